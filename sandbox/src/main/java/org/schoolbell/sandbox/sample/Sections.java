package org.schoolbell.sandbox.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.schoolbell.sandbox.sample.Grade.Level;
import org.schoolbell.sandbox.sample.Schools.SampleSchool;

/** Which sections there are, and who teaches them. */
final class Sections {
	private static final int SECTIONS_A_TEACHER = 5;

	private final Schools schools;

	Sections(Schools schools) {
		this.schools = schools;
	}

	Stream<SampleSection> of(SampleYear year) {
		return schools.all().stream().flatMap(school -> of(year, school));
	}

	private Stream<SampleSection> of(SampleYear year, SampleSchool school) {
		return grades(school).flatMap(grade -> Course.of(grade).stream())
				.flatMap(course -> IntStream.range(0, count(course.grade())).mapToObj(n -> section(year, school, course, n)));
	}

	/** How many sections each course of a grade has, at every school that teaches it. */
	int count(Grade grade) {
		return schools.sections(grade.level());
	}

	SampleSection section(SampleYear year, SampleSchool school, Course course, int number) {
		String grade = course.grade().code();
		String usual = "class-" + year.endYear() + "-" + Digits.of(school.number(), 3) + "-" + course.code() + "-" + (number + 1);
		return new SampleSection(storyId(year, school, course, number, usual), course.title(), course.code() + "-" + (number + 1),
				course.sourcedId(year),
				grade, course.subject(), school.sourcedId(), year, teacher(school, course, number));
	}

	/** All teachers of a school: in elementary schools one for each group of children, above one for every five sections of a subject. */
	List<String> teachers(SampleSchool school) {
		return grades(school).flatMap(grade -> Course.of(grade).stream())
				.flatMap(course -> IntStream.range(0, count(course.grade())).mapToObj(n -> teacher(school, course, n))).distinct().toList();
	}

	private String teacher(SampleSchool school, Course course, int number) {
		int group = (course.grade().number() - school.level().lowest) * count(course.grade()) + number;
		boolean elementary = school.level() == Level.ELEMENTARY;
		int post = elementary ? group : group / SECTIONS_A_TEACHER;
		if (school.equals(schools.first(Level.HIGH)) && course.number() == StoryFamily.ALGEBRA_NUMBER && post == 0) {
			return StoryFamily.TEACHER;
		}
		return "teacher-" + Digits.of(school.number(), 3) + "-" + (elementary ? "" : (course.number() + 1) + "-") + Digits.of(post + 1, 2);
	}

	private String storyId(SampleYear year, SampleSchool school, Course course, int number, String usual) {
		if (number != 0 || !school.equals(schools.first(school.level()))) {
			return usual;
		}
		if (year.active() && course.is(StoryFamily.MAYA_GRADE, StoryFamily.ALGEBRA_TITLE)) {
			return StoryFamily.ALGEBRA;
		}
		return !year.active() && course.is(StoryFamily.LEO_GRADE - 1, "Reading") ? StoryFamily.READING : usual;
	}

	private static Stream<Grade> grades(SampleSchool school) {
		return IntStream.rangeClosed(school.level().lowest, school.level().highest).mapToObj(Grade::new);
	}
}
