package org.schoolbell.sandbox.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.schoolbell.sandbox.sample.Schools.SampleSchool;

/** Derives each student from the seed and a number. */
final class Students {
	private static final int PORTAL_FLAG_MISSING_PERCENT = 8;

	private final Draw seed;
	private final SampleYears years;
	private final Names names;
	private final Families families;
	private final Schools schools;
	private final RecentSunday recentSunday;
	private final Rosters rosters;

	Students(Draw seed, SampleYears years, Names names, Families families, Schools schools, Sections sections) {
		this.seed = seed.of("student");
		this.years = years;
		this.names = names;
		this.families = families;
		this.schools = schools;
		this.recentSunday = new RecentSunday(years.date());
		this.rosters = new Rosters(sections, recentSunday);
	}

	SampleStudent student(int number) {
		return student(number, families.of(number));
	}

	SampleStudent student(int number, Family family) {
		Draw draw = seed.of(number);
		boolean story = number < StoryFamily.STUDENTS.size();
		Grade grade = story ? StoryFamily.grade(number) : new Grade(draw.of("grade").below(Grade.COUNT));
		Passage passage = story ? Passage.STAYS : Passage.draw(draw.of("passage"), grade);
		List<Stay> stays = stays(passage, grade, family.zone(), draw);
		Draw kin = families.draw(family);
		return new SampleStudent(number, sourcedId(number), story ? StoryFamily.givenName(sourcedId(number)) : names.givenName(draw, kin),
				story ? StoryFamily.FAMILY_NAME : names.familyName(kin, kin), grade.code(), story || !draw.of("account").percent(2),
				relationships(family, draw), enrollments(stays),
				stays.stream().flatMap(stay -> story ? rosters.ofStory(stay) : rosters.of(stay, draw)).toList());
	}

	static String sourcedId(int number) {
		return number < StoryFamily.STUDENTS.size() ? StoryFamily.STUDENTS.get(number) : "student-" + Digits.of(number, 6);
	}

	private List<SampleRelationship> relationships(Family family, Draw student) {
		Draw draw = student.of("portal");
		List<SampleGuardian> guardians = family.guardians();
		return IntStream.range(0, guardians.size()).mapToObj(n -> new SampleRelationship(guardians.get(n),
				family.number() == 0
						? !guardians.get(n).sourcedId().equals(StoryFamily.ROSA)
						: !draw.of(n).percent(PORTAL_FLAG_MISSING_PERCENT)))
				.toList();
	}

	private List<Stay> stays(Passage passage, Grade grade, int zone, Draw draw) {
		Stream.Builder<Stay> stays = Stream.builder();
		if (passage.wasHereLastYear()) {
			Grade then = passage.isHereThisYear() ? new Grade(Math.max(0, grade.number() - 1)) : grade;
			SampleYear last = years.last();
			stays.add(new Stay(last, then, schools.in(zone, then), last.begin(), last.end()));
		}
		if (passage.isHereThisYear()) {
			SampleYear active = years.active();
			LocalDate change = recentSunday.draw(draw.of("change"));
			stays.add(new Stay(active, grade, schools.in(zone, grade), passage == Passage.JOINED ? change : active.begin(),
					passage == Passage.LEFT ? change : active.end()));
		}
		return stays.build().toList();
	}

	/** One enrollment for a school attended in both years. */
	private static List<SampleEnrollment> enrollments(List<Stay> stays) {
		Stay first = stays.getFirst();
		Stay last = stays.getLast();
		if (first.school().equals(last.school())) {
			return List.of(new SampleEnrollment(first.school().sourcedId(), first.begin(), last.end()));
		}
		return stays.stream().map(s -> new SampleEnrollment(s.school().sourcedId(), s.begin(), s.end())).toList();
	}

	/** A student's time at one school in one year; the end is the day after the last. */
	record Stay(SampleYear year, Grade grade, SampleSchool school, LocalDate begin, LocalDate end) {

		boolean whole() {
			return begin.equals(year.begin()) && end.equals(year.end());
		}
	}
}
