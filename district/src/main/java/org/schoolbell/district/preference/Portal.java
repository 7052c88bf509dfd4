package org.schoolbell.district.preference;

import org.schoolbell.district.event.PersonId;

/** Where somebody reads a student's records, with the number that tables keep for it. Numbers are never used twice. */
public enum Portal {
	/** The adults' own. */
	PARENT(1),
	/** The students' own. */
	STUDENT(2);

	private final int code;

	Portal(int code) {
		this.code = code;
	}

	/** @return in which portal this person reads about this student: about oneself in the student portal, about somebody else in the parent portal */
	public static Portal of(PersonId reader, PersonId student) {
		return reader.equals(student) ? STUDENT : PARENT;
	}

	/** @return the number in tables */
	int code() {
		return code;
	}

	static Portal ofCode(int code) {
		for (Portal portal : values()) {
			if (portal.code == code) {
				return portal;
			}
		}
		throw new IllegalArgumentException("No portal has the code " + code);
	}
}
