package org.schoolbell.district.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;

/**
 * Records of a small school, written as plain SQL: one calendar of the Active year and one of last year's, a term and a section of each. What a test does
 * not say is as favourable to being told as can be.
 */
public final class Records {
	/** Within the Active year and before {@link TestDistrict#START}. */
	public static final LocalDate DUE = LocalDate.of(2026, 11, 23);

	private final JdbcClient jdbc;
	private final AtomicInteger names = new AtomicInteger();
	private final Course active;
	private final Course lastYear;

	/** A calendar with a term and a section. */
	public record Course(long calendar, long term, long section) {}

	public Records(JdbcClient jdbc) {
		this.jdbc = jdbc;
		long school = id("INSERT INTO calendar.org (sourced_id, name, type) VALUES (?, 'North', 'school') RETURNING id", name("school"));
		this.active = course(school, year(2026, true), 2026);
		this.lastYear = course(school, year(2025, false), 2025);
	}

	public Course active() {
		return active;
	}

	public Course lastYear() {
		return lastYear;
	}

	/** Someone with an enabled portal account. */
	public PersonId person(String givenName) {
		return new PersonId(id("""
				INSERT INTO roster.person (sourced_id, given_name, family_name, portal_account) VALUES (?, ?, 'Lopez', true) RETURNING id
				""", name("person"), givenName));
	}

	/** A student who is enrolled and on the list of the active course all year. */
	public PersonId student(String givenName) {
		PersonId student = person(givenName);
		attend(student, active, 2026);
		return student;
	}

	/** Enrolls the student in the course's calendar and puts them on its section's list, all year. */
	public void attend(PersonId student, Course course, int startYear) {
		run("INSERT INTO roster.enrollment (student, calendar, starts, ends) VALUES (?, ?, ?, ?)", student.value(), course.calendar(),
				LocalDate.of(startYear, 8, 1), LocalDate.of(startYear + 1, 7, 1));
		run("INSERT INTO roster.class_list (sourced_id, section, student, starts, ends) VALUES (?, ?, ?, ?, ?)", name("list"),
				course.section(), student.value(), LocalDate.of(startYear, 8, 1), LocalDate.of(startYear + 1, 7, 1));
	}

	public void relate(PersonId student, PersonId guardian, boolean portal) {
		run("INSERT INTO roster.guardianship (student, guardian, type, portal) VALUES (?, ?, 'parent', ?)", student.value(),
				guardian.value(),
				portal);
	}

	/** An assignment of 20 points, shown and in use. */
	public AssignmentId assignment(String title, Course course, LocalDate due) {
		return new AssignmentId(id("""
				INSERT INTO gradebook.assignment (sourced_id, section, term, title, due, points_max, modified_at)
				VALUES (?, ?, ?, ?, ?, ?, '2026-11-01Z') RETURNING id
				""", name("assignment"), course.section(), course.term(), title, due, BigDecimal.valueOf(20)));
	}

	/** Any statement, for what has no method. */
	public void run(String sql, Object... parameters) {
		jdbc.sql(sql).params(parameters).update();
	}

	private Course course(long school, long year, int startYear) {
		long calendar = id("INSERT INTO calendar.calendar (school, school_year) VALUES (?, ?) RETURNING id", school, year);
		long term = id("""
				INSERT INTO calendar.term (sourced_id, title, type, school_year, starts, ends) VALUES (?, 'Fall', 'semester', ?, ?, ?) RETURNING id
				""", name("term"), year, LocalDate.of(startYear, 8, 1), LocalDate.of(startYear + 1, 1, 1));
		long section = id("INSERT INTO roster.section (sourced_id, title, calendar) VALUES (?, 'Algebra I', ?) RETURNING id",
				name("section"),
				calendar);
		run("INSERT INTO roster.section_term (section, term) VALUES (?, ?)", section, term);
		return new Course(calendar, term, section);
	}

	private long year(int startYear, boolean isActive) {
		return id("""
				INSERT INTO calendar.school_year (sourced_id, title, starts, ends, active) VALUES (?, ?, ?, ?, ?) RETURNING id
				""", name("year"), startYear + "-" + (startYear + 1), LocalDate.of(startYear, 7, 1), LocalDate.of(startYear + 1, 7, 1),
				isActive);
	}

	private String name(String what) {
		return what + "-" + names.incrementAndGet();
	}

	private long id(String sql, Object... parameters) {
		return jdbc.sql(sql).params(parameters).query(Long.class).single();
	}
}
