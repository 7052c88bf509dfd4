package org.schoolbell.sandbox.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.schoolbell.sandbox.sample.Grade.Level;

/** The district's schools: four up to 2,400 students, beyond that one for every 600. Numbers are shared out by how many grades a level teaches. */
final class Schools {
	static final String DISTRICT = "district";
	private static final int FEWEST = 4;
	private static final int STUDENTS_A_SCHOOL = 600;
	private static final int STUDENTS_A_SECTION = 24;
	private static final List<String> PLACES = List.of("Cedar Valley", "Lincoln", "Harbor View", "Maple Grove", "Rosa Parks", "Prairie",
			"Sequoia",
			"Douglass", "Willow Creek", "Franklin", "Lakeside", "Sacagawea", "Summit", "Cesar Chavez", "Riverbend", "Whitman", "Juniper",
			"Marshall",
			"Stone Bridge", "Tubman", "Fairview", "Mission", "Cottonwood", "Hughes", "Bayside", "Anning", "Highland", "Curie", "Oak Hill",
			"Ellington",
			"Red Rock", "Banneker");
	private static final List<String> PREFIXES = List.of("", "North ", "South ", "East ", "West ", "Old ", "New ", "Upper ", "Lower ",
			"Central ");

	private final int students;
	private final Map<Level, List<SampleSchool>> byLevel = new EnumMap<>(Level.class);

	Schools(int students) {
		this.students = students;
		int all = Math.max(FEWEST, (students + STUDENTS_A_SCHOOL - 1) / STUDENTS_A_SCHOOL);
		int high = share(all, Level.HIGH);
		int middle = share(all, Level.MIDDLE);
		add(Level.ELEMENTARY, 1, all - high - middle);
		add(Level.MIDDLE, all - high - middle + 1, middle);
		add(Level.HIGH, all - high + 1, high);
	}

	List<SampleSchool> all() {
		return byLevel.values().stream().flatMap(List::stream).toList();
	}

	/** The school that teaches a grade where someone lives; brothers and sisters live in one zone. */
	SampleSchool in(int zone, Grade grade) {
		List<SampleSchool> schools = byLevel.getOrDefault(grade.level(), List.of());
		return schools.get(zone % schools.size());
	}

	SampleSchool first(Level level) {
		return byLevel.getOrDefault(level, List.of()).getFirst();
	}

	/** How many sections a course has in one grade of one school of a level. */
	int sections(Level level) {
		int grades = Grade.COUNT * byLevel.getOrDefault(level, List.of()).size();
		return Math.max(1, (students + grades * STUDENTS_A_SECTION / 2) / (grades * STUDENTS_A_SECTION));
	}

	private static int share(int all, Level level) {
		return Math.max(1, (2 * all * level.grades() + Grade.COUNT) / (2 * Grade.COUNT));
	}

	private void add(Level level, int firstNumber, int count) {
		List<SampleSchool> schools = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String place = PREFIXES.get(i / PLACES.size() % PREFIXES.size()) + PLACES.get(i % PLACES.size());
			int round = i / (PLACES.size() * PREFIXES.size());
			String name = place + " " + level.title + (round == 0 ? "" : " " + (round + 1));
			schools.add(new SampleSchool("school-" + Digits.of(firstNumber + i, 3), name, firstNumber + i, level));
		}
		byLevel.put(level, List.copyOf(schools));
	}

	/** One school. */
	record SampleSchool(String sourcedId, String name, int number, Level level) {}
}
