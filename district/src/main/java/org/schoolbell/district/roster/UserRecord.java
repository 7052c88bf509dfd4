package org.schoolbell.district.roster;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;

/**
 * What a source says of a person.
 *
 * @param portalAccount whether the person may sign in
 * @param agents whom the source names as this person's agents: a student's adults, or an adult's students
 * @param maySee of a student, the agents who may see the student; null where the source has no such column, and then the adult's role decides
 */
public record UserRecord(String givenName, String familyName, @Nullable String preferredGivenName, List<String> grades,
		boolean portalAccount,
		List<SourcedId> agents, @Nullable List<SourcedId> maySee) {
	/** Without the names. */
	@Override
	public String toString() {
		return "UserRecord";
	}
}
