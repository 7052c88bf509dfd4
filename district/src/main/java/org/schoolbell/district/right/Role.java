package org.schoolbell.district.right;

import java.util.Locale;

/** What somebody is at the district's schools. One account may have several. */
public enum Role {
	/** Sets the district up. */
	ADMINISTRATOR,
	/** Teaches sections and keeps their gradebooks. */
	TEACHER,
	/** Keeps attendance and relationships in a school's office. */
	CLERK,
	/** Works at the meal terminal. */
	CASHIER,
	/** Answers why a phone did or did not ring. */
	HELPDESK,
	/** Connects other systems. */
	INTEGRATOR,
	/** Reads in the parent portal. */
	PARENT,
	/** Reads in the student portal. */
	STUDENT;

	/** @return as it stands in the database and in files */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @throws IllegalArgumentException if there is no such role */
	public static Role of(String value) {
		return valueOf(value.toUpperCase(Locale.ROOT));
	}
}
