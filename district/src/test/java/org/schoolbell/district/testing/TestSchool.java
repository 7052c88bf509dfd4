package org.schoolbell.district.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.event.SourcedId;

/** A school with one section, written with plain SQL. Its sourcedIds begin with a name that no other school has. */
public final class TestSchool {
	private static final AtomicInteger COUNT = new AtomicInteger();
	private static final LocalDate YEAR_STARTS = LocalDate.of(2026, 8, 1);
	private static final LocalDate YEAR_ENDS = LocalDate.of(2027, 7, 1);

	private final JdbcClient jdbc;
	private final String name = "s" + COUNT.incrementAndGet() + "-";
	private final long section;
	private final long term;
	private int made;

	private TestSchool(JdbcClient jdbc) {
		this.jdbc = jdbc;
		long org = insert("INSERT INTO calendar.org (sourced_id, name, type) VALUES (?, 'School', 'school') RETURNING id", name + "school");
		long year = jdbc.sql("""
				INSERT INTO calendar.school_year (sourced_id, title, starts, ends, active)
				SELECT ?, '2026-27', ?, ?, NOT EXISTS (SELECT FROM calendar.school_year WHERE active) RETURNING id
				""").params(name + "year", YEAR_STARTS, YEAR_ENDS).query(Long.class).single();
		long calendar = insert("INSERT INTO calendar.calendar (school, school_year) VALUES (?, ?) RETURNING id", org, year);
		this.term = insert("""
				INSERT INTO calendar.term (sourced_id, title, type, school_year, starts, ends) VALUES (?, 'Fall', 'term', ?, ?, ?) RETURNING id
				""", name + "term", year, YEAR_STARTS, YEAR_ENDS);
		this.section = insert("INSERT INTO roster.section (sourced_id, title, calendar) VALUES (?, 'Algebra I', ?) RETURNING id",
				name + "section", calendar);
		jdbc.sql("INSERT INTO roster.section_term (section, term) VALUES (?, ?)").params(section, term).update();
	}

	/** @return a new school in this database */
	public static TestSchool in(JdbcClient jdbc) {
		return new TestSchool(jdbc);
	}

	/** @return a student who is on the section's class list */
	public SourcedId student() {
		SourcedId student = stranger();
		jdbc.sql("""
				INSERT INTO roster.class_list (sourced_id, section, student, starts, ends)
				SELECT 'list-' || sourced_id, ?, id, ?, ? FROM roster.person WHERE sourced_id = ?
				""").params(section, YEAR_STARTS, YEAR_ENDS, student.value()).update();
		return student;
	}

	/** @return a student who is on no class list */
	public SourcedId stranger() {
		SourcedId student = next("student");
		jdbc.sql("INSERT INTO roster.person (sourced_id, given_name, family_name, portal_account) VALUES (?, 'Given', 'Family', true)")
				.param(student.value()).update();
		return student;
	}

	/** @return an assignment of the section; without points possible if null */
	public SourcedId assignment(@Nullable Integer pointsPossible) {
		SourcedId assignment = next("assignment");
		jdbc.sql("""
				INSERT INTO gradebook.assignment (sourced_id, section, term, title, assigned, due, points_min, points_max, modified_at)
				VALUES (?, ?, ?, 'Unit 3 Quiz', '2026-11-16', '2026-11-23', 0, ?, '2026-11-01T00:00:00Z')
				""").param(assignment.value()).param(section).param(term)
				.param(pointsPossible == null ? null : BigDecimal.valueOf(pointsPossible))
				.update();
		return assignment;
	}

	/** @return what begins the sourcedIds of this school */
	public String name() {
		return name;
	}

	private SourcedId next(String what) {
		return new SourcedId(name + what + "-" + ++made);
	}

	private long insert(String sql, Object... values) {
		return jdbc.sql(sql).params(values).query(Long.class).single();
	}
}
