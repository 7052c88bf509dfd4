package org.schoolbell.sandbox.sample;

/**
 * A section: OneRoster's class, one course taught to one list of students for a year.
 *
 * @param sourcedId
 *            of the class
 * @param title
 *            its course's title, as a notice names it
 * @param code
 *            tells the sections of a course apart
 * @param course
 *            sourcedId
 * @param grade
 *            code, {@code KG} or {@code 01} to {@code 12}
 * @param subject
 *            such as {@code Mathematics}
 * @param school
 *            sourcedId
 * @param year
 *            the school year in which it is taught, in both semesters
 * @param teacher
 *            sourcedId
 */
public record SampleSection(String sourcedId, String title, String code, String course, String grade, String subject, String school,
		SampleYear year,
		String teacher) {}
