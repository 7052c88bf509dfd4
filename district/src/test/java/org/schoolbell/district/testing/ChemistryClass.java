package org.schoolbell.district.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;

/** A section of the Active year with two teachers, eleven students and six assignments; its names begin with one that no other section has. */
public final class ChemistryClass {
	/** Full names, in the order of a gradebook. */
	public static final List<String> STUDENTS = List.of("Imani Johnson", "Jack Novak", "Keiko Tanaka", "Liam Murphy", "Lucía Herrera",
			"Maya Rivera",
			"Mohamed Farah", "Noah Peters", "Olivia Grant", "Priya Nair", "Quinn Adler");
	private static final AtomicInteger COUNT = new AtomicInteger();
	private static final LocalDate STARTS = LocalDate.of(2020, 8, 1);
	private static final LocalDate MIDDLE = LocalDate.of(2030, 1, 1);
	private static final LocalDate ENDS = LocalDate.of(2040, 7, 1);

	public final String name = "chem" + COUNT.incrementAndGet() + "-";
	public final SourcedId section = new SourcedId(name + "section");
	public final PersonId ada;
	public final PersonId grace;
	public final List<SourcedId> students = new ArrayList<>();
	public final List<SourcedId> assignments = new ArrayList<>();
	private final JdbcClient jdbc;
	private final long sectionId;
	private final long firstTerm;

	public ChemistryClass(JdbcClient jdbc) {
		this.jdbc = jdbc;
		long school = id("INSERT INTO calendar.org (sourced_id, name, type) VALUES (?, 'Cedar Valley High', 'school') RETURNING id",
				name + "school");
		run("""
				INSERT INTO calendar.school_year (sourced_id, title, starts, ends, active)
				SELECT 'active', 'Year', ?, ?, true WHERE NOT EXISTS (SELECT FROM calendar.school_year WHERE active)
				""", STARTS, ENDS);
		long year = id("SELECT id FROM calendar.school_year WHERE active");
		long calendar = id("INSERT INTO calendar.calendar (school, school_year) VALUES (?, ?) RETURNING id", school, year);
		firstTerm = term("Semester 1", year, STARTS, MIDDLE);
		long second = term("Semester 2", year, MIDDLE, ENDS);
		sectionId = id("INSERT INTO roster.section (sourced_id, title, code, calendar) VALUES (?, 'Chemistry', 'Period 3', ?) RETURNING id",
				section.value(), calendar);
		run("INSERT INTO roster.section_term (section, term) VALUES (?, ?), (?, ?)", sectionId, firstTerm, sectionId, second);
		ada = teacher("Ada Okafor");
		grace = teacher("Grace Hopper");
		STUDENTS.forEach(each -> student(each, calendar));
		work("Homework 11", "Homework", "2026-11-16", 10);
		work("Lab report 4", "Labs", "2026-11-13", 20);
		work("Quiz 6", "Quizzes", "2026-11-12", 20);
		work("Homework 10", "Homework", "2026-11-09", 10);
		work("Lab report 3", "Labs", "2026-11-06", 20);
		work("Unit test 2", "Tests", "2026-10-30", 100);
	}

	/** @return someone else's section in the same school year */
	public PersonId stranger() {
		return new PersonId(person("Someone Else"));
	}

	public String home() {
		return "/gradebook/" + section.value();
	}

	public @Nullable String points(int assignment, int student) {
		return jdbc.sql("""
				SELECT trim_scale(s.points)::text FROM gradebook.score s
				JOIN gradebook.assignment a ON a.id = s.assignment JOIN roster.person p ON p.id = s.student
				WHERE a.sourced_id = ? AND p.sourced_id = ?
				""").param(assignments.get(assignment).value()).param(students.get(student).value()).query(String.class).optional()
				.orElse(null);
	}

	private long term(String title, long year, LocalDate starts, LocalDate ends) {
		return id("""
				INSERT INTO calendar.term (sourced_id, title, type, school_year, starts, ends) VALUES (?, ?, 'semester', ?, ?, ?) RETURNING id
				""", name + title, title, year, starts, ends);
	}

	private PersonId teacher(String fullName) {
		long teacher = person(fullName);
		run("INSERT INTO roster.section_teacher (sourced_id, section, teacher, starts, ends) VALUES (?, ?, ?, ?, ?)", name + fullName,
				sectionId, teacher, STARTS, ENDS);
		return new PersonId(teacher);
	}

	private void student(String fullName, long calendar) {
		long student = person(fullName);
		students.add(new SourcedId(name + fullName.replace(' ', '-')));
		run("INSERT INTO roster.enrollment (student, calendar, starts, ends) VALUES (?, ?, ?, ?)", student, calendar, STARTS, ENDS);
		run("INSERT INTO roster.class_list (sourced_id, section, student, starts, ends) VALUES (?, ?, ?, ?, ?)", name + "l" + student,
				sectionId, student, STARTS, ENDS);
	}

	private long person(String fullName) {
		String[] parts = fullName.split(" ");
		return id("INSERT INTO roster.person (sourced_id, given_name, family_name, portal_account) VALUES (?, ?, ?, true) RETURNING id",
				name + fullName.replace(' ', '-'), parts[0], parts[1]);
	}

	private void work(String title, String category, String due, int points) {
		SourcedId assignment = new SourcedId(name + title.replace(' ', '-'));
		assignments.add(assignment);
		long number = id("""
				INSERT INTO gradebook.category (sourced_id, title) VALUES (?, ?)
				ON CONFLICT (sourced_id) DO UPDATE SET title = excluded.title RETURNING id
				""", "category-" + category, category);
		run("""
				INSERT INTO gradebook.assignment (sourced_id, section, category, term, title, due, points_max, modified_at)
				VALUES (?, ?, ?, ?, ?, ?::date, ?, '2026-10-01Z')
				""", assignment.value(), sectionId, number, firstTerm, title, due, BigDecimal.valueOf(points));
	}

	private void run(String sql, Object... parameters) {
		jdbc.sql(sql).params(parameters).update();
	}

	private long id(String sql, Object... parameters) {
		return jdbc.sql(sql).params(parameters).query(Long.class).single();
	}
}
