package org.schoolbell.district.roster;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;

/** A student on a class list. */
public record ListedStudent(PersonId id, SourcedId sourcedId, String name) {
	/** Without the name, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "ListedStudent[" + id.value() + "]";
	}
}
