package org.schoolbell.sandbox.sample;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A course of the district's catalog, one for a grade and subject.
 *
 * @param number
 *            its place among the grade's courses, from 0
 */
record Course(Grade grade, int number, String subject, String title) {
	private static final List<String> ELEMENTARY = List.of("Reading", "Mathematics", "Science", "Social Studies");
	private static final List<String> SECONDARY = List.of("English", "Mathematics", "Science", "Social Studies", "World Languages",
			"Arts and Health");
	private static final List<List<String>> TITLES = List.of(
			List.of("English Language Arts 6", "Mathematics 6", "Earth Science", "World Geography", "Exploring Languages",
					"Physical Education 6"),
			List.of("English Language Arts 7", "Mathematics 7", "Life Science", "State History", "Spanish A", "Art Studio 7"),
			List.of("English Language Arts 8", "Pre-Algebra", "Physical Science", "U.S. History to 1865", "Spanish B",
					"Band, Choir & Orchestra"),
			List.of("English 9", "Algebra I", "Biology", "World History", "Spanish I", "Health"),
			List.of("English 10", "Geometry", "Chemistry", "U.S. History", "Spanish II", "Drawing and Painting"),
			List.of("English 11: \"The American Voice\"", "Algebra II", "Physics", "Government", "Spanish III", "Film Studies"),
			List.of("English 12", "Precalculus", "Environmental Science", "Economics", "French I", "Theater, Stagecraft"));
	private static final int FIRST_SECONDARY_GRADE = 6;

	private static final List<List<Course>> CATALOG = IntStream.range(0, Grade.COUNT).mapToObj(number -> catalog(new Grade(number)))
			.toList();

	/** A grade's courses, in the order of their numbers. */
	static List<Course> of(Grade grade) {
		return CATALOG.get(grade.number());
	}

	private static List<Course> catalog(Grade grade) {
		List<String> subjects = grade.number() < FIRST_SECONDARY_GRADE ? ELEMENTARY : SECONDARY;
		return IntStream.range(0, subjects.size()).mapToObj(i -> new Course(grade, i, subjects.get(i), title(grade, i))).toList();
	}

	private static String title(Grade grade, int number) {
		return grade.number() < FIRST_SECONDARY_GRADE
				? ELEMENTARY.get(number)
				: TITLES.get(grade.number() - FIRST_SECONDARY_GRADE).get(number);
	}

	String sourcedId(SampleYear year) {
		return "course-" + year.endYear() + "-" + code();
	}

	String code() {
		return grade.code() + Digits.of(number + 1, 2);
	}

	boolean is(int gradeNumber, String wanted) {
		return grade.number() == gradeNumber && title.equals(wanted);
	}
}
