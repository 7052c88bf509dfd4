package org.schoolbell.sandbox.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * A school year of the sample, with two semesters of two quarters each that fill it without a gap.
 *
 * @param sourcedId
 *            of the {@code schoolYear} session
 * @param title
 *            such as {@code 2026-27}
 * @param endYear
 *            the calendar year in which it ends, OneRoster's {@code schoolYear}
 * @param begin
 *            first day
 * @param end
 *            the day after the last, as OneRoster counts
 * @param active
 *            whether it is the district's Active year
 */
public record SampleYear(String sourcedId, String title, int endYear, LocalDate begin, LocalDate end, boolean active) {

	static SampleYear from(LocalDate begin, boolean active) {
		int endYear = begin.getYear() + 1;
		return new SampleYear("year-" + endYear, begin.getYear() + "-" + Digits.of(endYear % 100, 2), endYear, begin, begin.plusYears(1),
				active);
	}

	List<Session> semesters() {
		LocalDate middle = LocalDate.of(endYear, 1, 15);
		return List.of(new Session("semester-" + endYear + "-1", "Semester 1", begin, middle, sourcedId),
				new Session("semester-" + endYear + "-2", "Semester 2", middle, end, sourcedId));
	}

	List<Session> quarters() {
		Session first = semesters().getFirst();
		Session second = semesters().getLast();
		LocalDate autumn = LocalDate.of(begin.getYear(), 10, 25);
		LocalDate spring = LocalDate.of(endYear, 4, 1);
		return List.of(new Session("quarter-" + endYear + "-1", "Quarter 1", begin, autumn, first.sourcedId()),
				new Session("quarter-" + endYear + "-2", "Quarter 2", autumn, first.end(), first.sourcedId()),
				new Session("quarter-" + endYear + "-3", "Quarter 3", second.begin(), spring, second.sourcedId()),
				new Session("quarter-" + endYear + "-4", "Quarter 4", spring, end, second.sourcedId()));
	}

	Session semesterOn(LocalDate day) {
		return on(semesters(), day);
	}

	Session quarterOn(LocalDate day) {
		return on(quarters(), day);
	}

	private Session on(List<Session> sessions, LocalDate day) {
		return sessions.stream().filter(s -> !day.isBefore(s.begin()) && day.isBefore(s.end())).findFirst()
				.orElseThrow(() -> new IllegalArgumentException(day + " is not in school year " + title));
	}

	/** A part of a year; its end is the day after its last. */
	record Session(String sourcedId, String title, LocalDate begin, LocalDate end, String parent) {}
}
