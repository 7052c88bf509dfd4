package org.schoolbell.district.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What an event speaks of, the same for every event about the same thing: later changes of a subject overtake earlier ones, and its push
 * replaces the earlier push on the phone.
 */
public record Subject(UUID value) {
	/** @return the subject of one student's score on one assignment */
	public static Subject ofScore(AssignmentId assignment, PersonId student) {
		return named("score/" + assignment.value() + "/" + student.value());
	}

	private static Subject named(String name) {
		return new Subject(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
	}
}
