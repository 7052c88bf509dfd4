package org.schoolbell.sandbox.sample;

import java.util.List;

/**
 * Someone who may be told, and what an archive does not say of them.
 *
 * @param accountEnabled
 *            whether the portal account is usable
 * @param language
 *            {@code en} or {@code es}
 * @param phones
 *            none for about 30 percent of people
 * @param assignments
 *            what they want to hear of scores
 * @param students
 *            sourcedIds of those whom a guardian is related to with the portal flag; a student's own
 */
public record SamplePerson(String sourcedId, Role role, boolean accountEnabled, String language, List<SamplePhone> phones,
		SampleChoice assignments,
		List<String> students) {

	/** Which portal someone uses. */
	public enum Role {
		STUDENT, GUARDIAN
	}
}
