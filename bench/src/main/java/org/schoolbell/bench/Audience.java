package org.schoolbell.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.schoolbell.sandbox.sample.SampleAssignment;
import org.schoolbell.sandbox.sample.SampleChoice;
import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.sample.SamplePhone;
import org.schoolbell.sandbox.sample.SampleRelationship;
import org.schoolbell.sandbox.sample.SampleStudent;

/**
 * The bench's own table of who must be told: computed from the sample alone, never from the system under test. It takes only scores that are
 * the record of a student who was there, on an assignment that is shown.
 */
final class Audience {
	/** A score on its way, and who has to be shown it: the number of phones of each person, people without a phone included. */
	record Expected(Score score, Map<String, Integer> phones) {}

	private final SampleDistrict sample;
	private final Map<String, List<SampleAssignment>> assignments = new HashMap<>();

	Audience(SampleDistrict sample) {
		this.sample = sample;
	}

	/** All scores that may be posted, one for each student and assignment; every one tells somebody's inbox or nobody's by choice. */
	Stream<Expected> scores() {
		return sample.students().flatMap(this::scoresOf);
	}

	private Stream<Expected> scoresOf(SampleStudent student) {
		List<Expected> scores = new ArrayList<>();
		student.roster().stream().filter(line -> line.section().year().equals(sample.activeYear())).forEach(line -> {
			for (SampleAssignment assignment : assignments.computeIfAbsent(line.section().sourcedId(),
					_ -> sample.assignments(line.section()))) {
				boolean enrolled = student.enrollments().stream().anyMatch(
						enrollment -> enrollment.school().equals(line.section().school()) && enrollment.holds(assignment.due()));
				if (assignment.shown() && line.holds(assignment.due()) && enrolled) {
					// An odd quarter of a point that no generated result has, so that every score is a change.
					BigDecimal points = BigDecimal
							.valueOf(1 + Math.floorMod(assignment.sourcedId().hashCode() ^ student.number(), assignment.points()))
							.subtract(new BigDecimal("0.25"));
					scores.add(new Expected(new Score(assignment.sourcedId(), student.sourcedId(), points),
							phones(student, assignment, points)));
				}
			}
		});
		return scores.stream();
	}

	private Map<String, Integer> phones(SampleStudent student, SampleAssignment assignment, BigDecimal points) {
		Map<String, Integer> phones = new HashMap<>();
		if (student.accountEnabled()) {
			add(phones, student.sourcedId(), assignment, points);
		}
		for (SampleRelationship relationship : student.relationships()) {
			if (relationship.portal() && relationship.guardian().accountEnabled()) {
				add(phones, relationship.guardian().sourcedId(), assignment, points);
			}
		}
		return phones;
	}

	private void add(Map<String, Integer> phones, String person, SampleAssignment assignment, BigDecimal points) {
		if (wants(sample.assignmentsChoice(person), assignment, points)) {
			phones.put(person, (int) sample.phones(person).stream().filter(SamplePhone::sessionLive).count());
		}
	}

	private static boolean wants(SampleChoice choice, SampleAssignment assignment, BigDecimal points) {
		return switch (choice) {
			case SampleChoice.Every() -> true;
			// points / maximum < percent / 100, without a division that would round.
			case SampleChoice.Below(int percent) -> points.multiply(BigDecimal.valueOf(100))
					.compareTo(BigDecimal.valueOf((long) percent * assignment.points())) < 0;
			case SampleChoice.Off() -> false;
		};
	}
}
