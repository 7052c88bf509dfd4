package org.schoolbell.district.roster;

import java.util.Optional;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;

/**
 * Someone of the district: student, guardian or staff.
 *
 * @param preferredGivenName the name the person goes by, where it is another
 * @param portalAccount whether the person may sign in to a portal
 */
public record Person(PersonId id, SourcedId sourcedId, String givenName, String familyName, Optional<String> preferredGivenName,
		boolean portalAccount) {
	/** @return the first name to call the person by */
	public String firstName() {
		return preferredGivenName.orElse(givenName);
	}

	/** Without the names, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "Person[" + id.value() + "]";
	}
}
