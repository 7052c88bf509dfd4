package org.schoolbell.district.roster;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.calendar.Term;

/** Where a source gives no date for a person in a section, the section's terms stand in, and go on doing so when they move. Runs in the import's transaction. */
final class UndatedPlaces {
	/**
	 * Where the terms leave nothing of a time of which one end is given, the time is empty: the person is not there, until the terms move again.
	 */
	private static final String MOVE = """
			UPDATE %s p
			SET starts = CASE WHEN p.starts_given THEN p.starts WHEN p.ends_given THEN least(s.starts, p.ends) ELSE s.starts END,
			    ends = CASE WHEN p.ends_given THEN p.ends WHEN p.starts_given THEN greatest(s.ends, p.starts) ELSE s.ends END
			FROM (SELECT x.section, min(t.starts) AS starts, max(t.ends) AS ends
			      FROM roster.section_term x
			      JOIN roster.import_term t ON t.id = x.term
			      WHERE x.section IN (SELECT id FROM roster.import_class WHERE verb = 2 AND fault IS NULL
			                          UNION
			                          SELECT section FROM roster.section_term WHERE term = ANY (?))
			      GROUP BY x.section) s
			WHERE s.section = p.section AND NOT (p.starts_given AND p.ends_given)
			""";

	private final JdbcClient jdbc;

	UndatedPlaces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Moves people's days in sections that have other terms than before or of whose terms one has changed, once sections and lists are merged. */
	void moveWith(List<Term> changed) {
		long[] terms = changed.stream().mapToLong(term -> term.id().value()).toArray();
		jdbc.sql(MOVE.formatted("roster.section_teacher")).param(terms).update();
		jdbc.sql("""
				WITH moved AS (%s RETURNING p.student)
				INSERT INTO roster.import_touched SELECT student FROM moved EXCEPT SELECT person FROM roster.import_touched
				""".formatted(MOVE.formatted("roster.class_list"))).param(terms).update();
	}
}
