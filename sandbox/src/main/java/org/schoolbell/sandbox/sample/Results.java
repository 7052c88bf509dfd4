package org.schoolbell.sandbox.sample;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Scores of work that was due before the sample's date, while the student was on the section's list. */
final class Results {
	private static final int SCORED_PERCENT = 85;

	private final LocalDate date;
	private final Draw seed;
	private final Assignments assignments;

	Results(LocalDate date, Draw seed, Assignments assignments) {
		this.date = date;
		this.seed = seed.of("result");
		this.assignments = assignments;
	}

	Stream<SampleResult> of(SampleStudent student) {
		Draw draw = seed.of(student.sourcedId());
		return student.roster().stream()
				.flatMap(line -> assignments.of(line.section()).stream().filter(a -> line.holds(a.due()) && a.due().isBefore(date)))
				.flatMap(assignment -> result(assignment, draw.of(assignment.sourcedId())).stream());
	}

	private Optional<SampleResult> result(SampleAssignment assignment, Draw draw) {
		boolean story = assignment.sourcedId().equals(StoryFamily.QUIZ) || assignment.sourcedId().equals(StoryFamily.READING_ASSIGNMENT);
		if (story || !draw.percent(SCORED_PERCENT)) {
			return Optional.empty();
		}
		LocalDate scored = assignment.due().plusDays(draw.of("date").between(0, 3));
		LocalDate day = scored.isBefore(date) ? scored : assignment.due();
		int kind = draw.of("kind").below(100);
		if (kind < 3) {
			return Optional.of(new SampleResult(assignment, "exempt", "", day, false, false, false, false, false));
		}
		if (kind < 6) {
			return Optional.of(new SampleResult(assignment, "submitted", "", day, false, false, false, false, false));
		}
		if (kind < 11) {
			return Optional.of(new SampleResult(assignment, "not submitted", "", day, false, true, false, false, false));
		}
		boolean partly = kind < 13;
		return Optional
				.of(new SampleResult(assignment, partly ? "partially graded" : "fully graded", points(assignment.points(), draw), day,
						draw.of("late").percent(6), false, partly, draw.of("cheated").below(500) == 0, draw.of("dropped").percent(1)));
	}

	/** Half points now and then, and one score in a hundred is above the maximum: extra credit. */
	private static String points(int possible, Draw draw) {
		if (draw.of("extra").below(100) == 0) {
			return Integer.toString(possible + 1);
		}
		// The better of two draws: most work is good.
		int half = Math.max(draw.of("first").between(possible / 2, possible * 2), draw.of("second").between(possible / 2, possible * 2));
		boolean whole = half % 2 == 0 || !draw.of("half").percent(10);
		return half / 2 + (whole ? "" : ".5");
	}
}
