package org.schoolbell.district.calendar;

import org.jspecify.annotations.Nullable;

/**
 * An organization.
 *
 * @param type OneRoster's OrgType
 */
public record Org(OrgId id, String name, String type, @Nullable OrgId parent) {
	/** The type of an organization that has calendars of its own. */
	public static final String SCHOOL = "school";
	/** Part of a school; it has calendars where classes say so. */
	public static final String DEPARTMENT = "department";

	boolean isSchool() {
		return type.equals(SCHOOL);
	}
}
