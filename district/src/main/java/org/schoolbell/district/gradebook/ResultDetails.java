package org.schoolbell.district.gradebook;

import org.schoolbell.district.event.SourcedId;

/**
 * What OneRoster says of a result beyond its score.
 *
 * @param sourcedId the result's name, which stays with its assignment and student
 * @param comment for staff, never told to anyone; empty: none
 */
public record ResultDetails(SourcedId sourcedId, boolean inProgress, String comment) {
	@Override
	public String toString() {
		return "ResultDetails[" + sourcedId + "]";
	}
}
