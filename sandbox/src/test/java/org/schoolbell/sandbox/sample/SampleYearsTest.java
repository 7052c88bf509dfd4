package org.schoolbell.sandbox.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SampleYearsTest {
	private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	@Test
	void everyDateHasAMonthOfItsActiveYearBehindIt() {
		days().forEach(date -> {
			SampleYears years = SampleYears.around(date);
			assertThat(years.active().begin()).isBeforeOrEqualTo(date.minusDays(30));
			assertThat(years.active().end()).isAfter(date);
			assertThat(years.last().end()).isEqualTo(years.active().begin());
			assertThat(years.active().active()).isTrue();
			assertThat(years.last().active()).isFalse();
		});
	}

	@Test
	void semestersAndQuartersFillTheYear() {
		days().forEach(date -> {
			SampleYear year = SampleYears.around(date).active();
			fills(year, year.semesters());
			fills(year, year.quarters());
			for (SampleYear.Session quarter : year.quarters()) {
				SampleYear.Session semester = year.semesterOn(quarter.begin());
				assertThat(quarter.parent()).isEqualTo(semester.sourcedId());
				assertThat(quarter.end()).isBeforeOrEqualTo(semester.end());
			}
		});
	}

	private static void fills(SampleYear year, List<SampleYear.Session> sessions) {
		LocalDate next = year.begin();
		for (SampleYear.Session session : sessions) {
			assertThat(session.begin()).isEqualTo(next);
			assertThat(session.end()).isAfter(session.begin());
			next = session.end();
		}
		assertThat(next).isEqualTo(year.end());
	}

	@ParameterizedTest
	@ValueSource(strings = {"2026-07-01", "2026-07-31", "2026-06-30", "2026-08-01", "2024-02-29", "2028-02-29", "2026-12-31", "2027-01-01",
			"2026-11-25"})
	void whatHappensLiesInItsYear(LocalDate date) {
		SampleDistrict district = SampleDistrict.of(150, 5, date);
		assertThat(district.sections()).isNotEmpty()
				.allSatisfy(section -> assertThat(district.assignments(section)).isNotEmpty().allSatisfy(assignment -> {
					assertThat(assignment.due()).isAfter(section.year().begin()).isBefore(section.year().end());
					assertThat(assignment.assigned()).isBetween(section.year().begin(), assignment.due());
					assertThat(assignment.sourcedId().equals(StoryFamily.QUIZ) || !WEEKEND.contains(assignment.due().getDayOfWeek()))
							.isTrue();
				}));
		assertThat(district.students()).allSatisfy(student -> {
			assertThat(student.enrollments()).isNotEmpty().allMatch(e -> e.begin().isBefore(e.end()));
			assertThat(student.roster()).isNotEmpty().allSatisfy(line -> {
				assertThat(line.begin()).isBetween(line.section().year().begin(), line.end().minusDays(1));
				assertThat(line.end()).isBeforeOrEqualTo(line.section().year().end());
			});
		});
		assertThat(district.students().flatMap(district::results)).isNotEmpty()
				.allMatch(result -> result.date().isBefore(date) && !result.date().isBefore(result.assignment().due()));
	}

	private static Stream<LocalDate> days() {
		return LocalDate.of(2023, 1, 1).datesUntil(LocalDate.of(2029, 1, 1));
	}
}
