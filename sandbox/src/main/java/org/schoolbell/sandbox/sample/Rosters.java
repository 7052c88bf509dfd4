package org.schoolbell.sandbox.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.schoolbell.sandbox.sample.Grade.Level;
import org.schoolbell.sandbox.sample.Students.Stay;

/**
 * Which sections' lists a student is on: children of an elementary school keep together, older students have each course in a section of its own, and one
 * in ten of them changes one section some weeks before the sample's date.
 */
final class Rosters {
	private static final int CHANGE_PERCENT = 10;

	private final Sections sections;
	private final RecentSunday recentSunday;

	Rosters(Sections sections, RecentSunday recentSunday) {
		this.sections = sections;
		this.recentSunday = recentSunday;
	}

	Stream<SampleRosterLine> of(Stay stay, Draw student) {
		Draw draw = student.of("section").of(stay.year().endYear());
		List<Course> courses = Course.of(stay.grade());
		int changed = changes(stay, draw) ? draw.of("changed course").below(courses.size()) : -1;
		return courses.stream().flatMap(course -> lines(stay, course, draw, course.number() == changed));
	}

	/** The story family's children are on the first list of each course and stay there. */
	Stream<SampleRosterLine> ofStory(Stay stay) {
		return Course.of(stay.grade()).stream().map(course -> line(stay, course, 0, stay.begin(), stay.end()));
	}

	private boolean changes(Stay stay, Draw draw) {
		return stay.whole() && stay.year().active() && stay.grade().level() != Level.ELEMENTARY && sections.count(stay.grade()) > 1
				&& draw.of("change").percent(CHANGE_PERCENT);
	}

	private Stream<SampleRosterLine> lines(Stay stay, Course course, Draw draw, boolean changed) {
		Draw group = stay.grade().level() == Level.ELEMENTARY ? draw : draw.of(course.number());
		int number = group.below(sections.count(stay.grade()));
		if (!changed) {
			return Stream.of(line(stay, course, number, stay.begin(), stay.end()));
		}
		LocalDate day = recentSunday.draw(draw.of("change day"));
		int next = (number + 1) % sections.count(stay.grade());
		return Stream.of(line(stay, course, number, stay.begin(), day), line(stay, course, next, day, stay.end()));
	}

	private SampleRosterLine line(Stay stay, Course course, int number, LocalDate begin, LocalDate end) {
		return new SampleRosterLine(sections.section(stay.year(), stay.school(), course, number), begin, end);
	}
}
