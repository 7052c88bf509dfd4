package org.schoolbell.sandbox.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A made-up district: the same for the same number of students, seed and date on any machine. Immutable and safe for use by several threads; nothing of it
 * is held in memory, so its streams derive people as they go and can be asked again.
 *
 * <p>
 * Every sample has the {@link StoryFamily}; its two children count among the students. A district has four schools, beyond 2,400 students one for every
 * 600; a student has 1.6 related adults on average; 8 percent of the relationships are without the portal flag.
 */
public final class SampleDistrict {
	/** What {@link #of} takes. */
	public static final int FEWEST_STUDENTS = 2;
	/** What {@link #of} takes. */
	public static final int MOST_STUDENTS = 1_000_000;
	private static final int FIRST_YEAR = 2000;
	private static final int LAST_YEAR = 2099;

	private final int size;
	private final SampleYears years;
	private final Schools schools;
	private final Sections sections;
	private final Families families;
	private final Students students;
	private final Assignments assignments;
	private final Results results;
	private final Habits habits;
	private final Names names = new Names();
	private final Draw draw;

	private SampleDistrict(int size, long seed, LocalDate date) {
		this.size = size;
		this.draw = Draw.seeded(seed);
		this.years = SampleYears.around(date);
		this.schools = new Schools(size);
		this.sections = new Sections(schools);
		this.families = new Families(size, draw, names);
		this.students = new Students(draw, years, names, families, schools, sections);
		this.assignments = new Assignments(years, draw);
		this.results = new Results(date, draw, assignments);
		this.habits = new Habits(seed);
	}

	/**
	 * The district of these three arguments.
	 *
	 * @param students
	 *            2 to 1,000,000, the story family's included
	 * @param date
	 *            2000 to 2099; lies in the Active year, with at least 30 days of it before
	 * @throws IllegalArgumentException
	 *             if an argument is out of range
	 */
	public static SampleDistrict of(int students, long seed, LocalDate date) {
		if (students < FEWEST_STUDENTS || students > MOST_STUDENTS) {
			throw new IllegalArgumentException("a sample has " + FEWEST_STUDENTS + " to " + MOST_STUDENTS + " students, not " + students);
		}
		if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
			throw new IllegalArgumentException("a sample's date is in the years " + FIRST_YEAR + " to " + LAST_YEAR + ", not " + date);
		}
		return new SampleDistrict(students, seed, date);
	}

	/**
	 * Writes the district as a OneRoster 1.2 archive, all files in bulk. The file appears whole or not at all: it is written beside its place as
	 * {@code NAME.part} and moved; where the process dies before, only that part is left, and the next call writes it anew.
	 *
	 * @param file
	 *            replaced if it exists
	 * @throws IOException
	 *             if it cannot be written
	 */
	public void writeTo(Path file) throws IOException {
		new OneRosterArchive(years.date()).write(file, new OneRosterFiles(this).all());
	}

	/** All students by number. */
	public Stream<SampleStudent> students() {
		return families.all().flatMap(this::students);
	}

	/**
	 * One student.
	 *
	 * @param number
	 *            from 0, below the number of students
	 * @throws IndexOutOfBoundsException
	 *             if there is none
	 */
	public SampleStudent student(int number) {
		return students.student(Objects.checkIndex(number, size));
	}

	/** Everyone who may ever be told: the guardians and students, family by family. */
	public Stream<SamplePerson> people() {
		return families.all().flatMap(family -> {
			List<SampleStudent> children = students(family).toList();
			return Stream.concat(family.guardians().stream().map(guardian -> person(guardian, children)),
					children.stream().map(this::person));
		});
	}

	/** The sections of both school years, last year's first. */
	public Stream<SampleSection> sections() {
		return Stream.of(years.last(), years.active()).flatMap(sections::of);
	}

	/** A section's assignments. */
	public List<SampleAssignment> assignments(SampleSection section) {
		return assignments.of(section);
	}

	/** The phones of a guardian or student, whom it takes by sourcedId. */
	public List<SamplePhone> phones(String person) {
		return habits.phones(person);
	}

	/** The language that a guardian or student reads: {@code en} or {@code es}. */
	public String language(String person) {
		return habits.language(person);
	}

	/** What a guardian or student wants to hear of Assignments. */
	public SampleChoice assignmentsChoice(String person) {
		return habits.assignments(person);
	}

	/** The Active school year. */
	public SampleYear activeYear() {
		return years.active();
	}

	/** The school year before the Active one. */
	public SampleYear lastYear() {
		return years.last();
	}

	private SamplePerson person(SampleStudent student) {
		return person(student.sourcedId(), SamplePerson.Role.STUDENT, student.accountEnabled(), List.of(student.sourcedId()));
	}

	private SamplePerson person(SampleGuardian guardian, List<SampleStudent> children) {
		List<String> seen = children.stream()
				.filter(child -> child.relationships().stream().anyMatch(r -> r.portal() && r.guardian().equals(guardian)))
				.map(SampleStudent::sourcedId).toList();
		return person(guardian.sourcedId(), SamplePerson.Role.GUARDIAN, guardian.accountEnabled(), seen);
	}

	private SamplePerson person(String sourcedId, SamplePerson.Role role, boolean enabled, List<String> seen) {
		return new SamplePerson(sourcedId, role, enabled, language(sourcedId), phones(sourcedId), assignmentsChoice(sourcedId), seen);
	}

	Schools schools() {
		return schools;
	}

	List<String> teachers(Schools.SampleSchool school) {
		return sections.teachers(school);
	}

	Stream<Family> families() {
		return families.all();
	}

	Stream<SampleStudent> students(Family family) {
		return family.students().mapToObj(number -> students.student(number, family));
	}

	Stream<SampleResult> results(SampleStudent student) {
		return results.of(student);
	}

	Names names() {
		return names;
	}

	Draw draw() {
		return draw;
	}
}
