package org.schoolbell.district.roster;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.PersonId;

/** Answers about all guardians of the district. Thread-safe. */
@Repository
public class Guardians {
	private final JdbcClient jdbc;

	Guardians(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads all relationships once: for figures, not for events.
	 *
	 * @param today the day on which a relationship must be current, and the student enrolled
	 * @return each guardian once who has an enabled portal account and, to a student who is enrolled, a relationship with the portal flag
	 */
	public List<PersonId> withAccess(LocalDate today) {
		return jdbc.sql("""
				SELECT DISTINCT g.guardian
				FROM roster.guardianship g
				JOIN roster.person p ON p.id = g.guardian AND p.portal_account
				WHERE g.portal AND coalesce(g.starts <= :today, true) AND coalesce(:today < g.ends, true)
					AND EXISTS (SELECT FROM roster.enrollment e WHERE e.student = g.student AND e.starts <= :today AND :today < e.ends)
				""").param("today", today).query((row, _) -> new PersonId(row.getLong("guardian"))).list();
	}
}
