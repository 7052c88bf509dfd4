package org.schoolbell.sandbox.sample;

import java.util.List;

/**
 * A student with everything a decision about them may ask.
 *
 * @param number
 *            from 0, in the order of the archive
 * @param grade
 *            code, {@code KG} or {@code 01} to {@code 12}: this year's, or the last one attended
 * @param accountEnabled
 *            whether the portal account is usable
 * @param relationships
 *            all related adults, with and without the portal flag
 * @param enrollments
 *            in order of time; none in the Active year for those who left before it
 * @param roster
 *            the lists of all sections of both years
 */
public record SampleStudent(int number, String sourcedId, String givenName, String familyName, String grade, boolean accountEnabled,
		List<SampleRelationship> relationships, List<SampleEnrollment> enrollments, List<SampleRosterLine> roster) {

	/** The school attended now, or last. */
	public String school() {
		return enrollments.getLast().school();
	}
}
