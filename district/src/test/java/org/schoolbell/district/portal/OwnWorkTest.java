package org.schoolbell.district.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.gradebook.StudentWork;
import org.schoolbell.district.preference.DisplayOptions;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.roster.OwnStudents;
import org.schoolbell.district.roster.Sections;
import org.schoolbell.district.testing.Records;
import org.schoolbell.district.testing.StatementTap;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;

class OwnWorkTest {
	private static final int MOST_STUDENTS = 5;

	private final StatementTap tap = new StatementTap();
	private final TestDistrict district = TestDistrict.with(tap, OwnStudents.class, Sections.class, Calendars.class, StudentWork.class,
			DisplayOptions.class, Trail.class, OwnWork.class);
	private final Records records = new Records(district.jdbc());
	private final OwnWork ownWork = district.get(OwnWork.class);

	@AfterEach
	void close() {
		district.close();
	}

	@Test
	void fiveStatementsFindTheWorkOfAnyNumberOfStudents() {
		records.assignment("Quiz", records.active(), Records.DUE);
		List<Student> students = new ArrayList<>();
		for (int i = 0; i < MOST_STUDENTS; i++) {
			PersonId id = records.student("Student " + i);
			students.add(new Student(id, "Student " + i, Portal.PARENT, i));
			for (int works = 0; works < i; works++) {
				records.assignment("Homework", records.active(), Records.DUE.minusDays(works));
			}
			tap.reset();
			OwnWork.Found found = ownWork.of(students);
			assertThat(tap.count()).isEqualTo(5);
			assertThat(found.works()).hasSize(students.size() * (1 + i * (i + 1) / 2));
			tap.reset();
			ownWork.pressing(students, Records.DUE, Records.DUE.plusDays(8));
			assertThat(tap.count()).isEqualTo(5);
		}
	}

	@Test
	void whatIsDueOnTheFirstDayIsPressingAndOnTheLastNotAnyMore() {
		Student maya = new Student(records.student("Maya"), "Maya", Portal.PARENT, 0);
		for (int day = -1; day <= 8; day++) {
			records.assignment("Day " + day, records.active(), Records.DUE.plusDays(day));
		}

		assertThat(titles(ownWork.pressing(List.of(maya), Records.DUE, Records.DUE.plusDays(8)))).containsExactly("Day 7", "Day 6", "Day 5",
				"Day 4", "Day 3", "Day 2", "Day 1", "Day 0");
	}

	@Test
	void aGuardianSeesStudentsByThePortalFlagAndItsDatesAndAStudentIsSeenByOneself() {
		OwnStudents own = district.get(OwnStudents.class);
		PersonId ana = records.person("Ana");
		PersonId maya = records.student("Maya");
		PersonId leo = records.student("Leo");
		PersonId other = records.student("Other");
		records.relate(maya, ana, true);
		records.relate(leo, ana, true);
		records.relate(other, ana, false);
		LocalDate today = Records.DUE;

		assertThat(own.of(ana, false, today)).extracting(person -> person.firstName()).containsExactly("Leo", "Maya");
		assertThat(own.of(maya, true, today)).extracting(person -> person.id()).containsExactly(maya);
		assertThat(own.of(maya, false, today)).isEmpty();

		records.run("UPDATE roster.guardianship SET ends = ? WHERE student = ?", today, leo.value());
		assertThat(own.of(ana, false, today)).extracting(person -> person.id()).containsExactly(maya);
		assertThat(own.of(ana, false, today.minusDays(1))).hasSize(2);
		records.run("UPDATE roster.person SET portal_account = false WHERE id = ?", ana.value());
		assertThat(own.of(ana, false, today)).isEmpty();
	}

	private static List<String> titles(OwnWork.Found found) {
		return found.works().stream().map(work -> work.item().assignment().title()).toList();
	}
}
