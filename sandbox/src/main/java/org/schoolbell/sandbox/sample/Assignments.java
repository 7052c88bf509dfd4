package org.schoolbell.sandbox.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a section's students have to do: four assignments this year, of which the last is still ahead, and one of last year. */
final class Assignments {
	private static final List<Integer> POINTS = List.of(10, 20, 25, 50, 100);
	private static final int THIS_YEAR = 4;
	private static final int HIDDEN_PERCENT = 6;
	private static final int UNCOUNTED_PERCENT = 6;
	/** The oldest assignment is at most this many days old. */
	private static final int LONGEST_SPAN = 80;

	private final SampleYears years;
	private final Draw seed;
	private final int span;

	Assignments(SampleYears years, Draw seed) {
		this.years = years;
		this.seed = seed.of("assignment");
		this.span = (int) Math.min(LONGEST_SPAN, ChronoUnit.DAYS.between(years.active().begin(), years.date()));
	}

	List<SampleAssignment> of(SampleSection section) {
		Draw draw = seed.of(section.sourcedId());
		Stream<SampleAssignment> usual = section.year().active()
				? IntStream.range(0, THIS_YEAR).mapToObj(n -> assignment(section, n, dueThisYear(n, draw.of(n)), draw.of(n)))
				: Stream.of(assignment(section, 0, dueLastYear(draw), draw.of(0)));
		return Stream.concat(usual, story(section)).toList();
	}

	private SampleAssignment assignment(SampleSection section, int number, LocalDate due, Draw draw) {
		Category category = draw.of("category").from(Category.ALL);
		LocalDate assigned = later(due.minusDays(draw.of("assigned").between(2, 10)), section.year().begin());
		return new SampleAssignment("work-" + section.sourcedId().replace("class-", "") + "-" + (number + 1), section.sourcedId(),
				category.assignment() + " " + (number + 1), category.sourcedId(), assigned, due, draw.of("points").from(POINTS),
				!draw.of("shown").percent(HIDDEN_PERCENT), !draw.of("counts").percent(UNCOUNTED_PERCENT));
	}

	private Stream<SampleAssignment> story(SampleSection section) {
		if (section.sourcedId().equals(StoryFamily.ALGEBRA)) {
			LocalDate due = years.date().minusDays(1);
			return Stream.of(new SampleAssignment(StoryFamily.QUIZ, StoryFamily.ALGEBRA, "Unit 3 Quiz", Category.QUIZZES.sourcedId(),
					due.minusDays(7),
					due, 20, true, true));
		}
		if (section.sourcedId().equals(StoryFamily.READING)) {
			LocalDate due = weekday(years.last().end().minusDays(60));
			return Stream.of(new SampleAssignment(StoryFamily.READING_ASSIGNMENT, StoryFamily.READING, "Reading Log 1",
					Category.HOMEWORK.sourcedId(),
					due.minusDays(7), due, 10, true, true));
		}
		return Stream.empty();
	}

	/** Two of the past weeks, one of the last days, one ahead: never before the year's second day, never on a weekend. */
	private LocalDate dueThisYear(int number, Draw draw) {
		LocalDate date = years.date();
		return weekday(switch (number) {
			case 0 -> date.minusDays(span * draw.between(65, 85) / 100);
			case 1 -> date.minusDays(span * draw.between(35, 60) / 100);
			case 2 -> date.minusDays(draw.between(1, 4));
			default -> earlier(date.plusDays(draw.between(3, 20)), years.active().end().minusDays(1));
		});
	}

	private LocalDate dueLastYear(Draw draw) {
		return weekday(years.last().begin().plusDays(draw.of("due").between(100, 250)));
	}

	private static LocalDate weekday(LocalDate day) {
		return switch (day.getDayOfWeek()) {
			case SATURDAY -> day.minusDays(1);
			case SUNDAY -> day.minusDays(2);
			case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
		};
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

	private static LocalDate earlier(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? one : other;
	}
}
