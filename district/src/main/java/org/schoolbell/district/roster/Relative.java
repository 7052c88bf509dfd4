package org.schoolbell.district.roster;

import org.schoolbell.district.event.PersonId;

/**
 * An adult related to a student, whether or not that gives access.
 *
 * @param type the adult's role: parent, guardian, relative
 * @param portal whether the relationship has the portal flag
 * @param current whether the day lies within the relationship's dates
 * @param portalAccount whether the adult's portal account is enabled
 */
public record Relative(PersonId guardian, String type, boolean portal, boolean current, boolean portalAccount) {
	/** @return whether the adult may see the student's records */
	public boolean hasAccess() {
		return portal && current && portalAccount;
	}
}
