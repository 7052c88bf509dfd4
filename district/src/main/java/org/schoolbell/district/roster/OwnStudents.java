package org.schoolbell.district.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;

/** Whose records somebody may see in a portal, by the same rule as {@link People#possibleRecipients}. Thread-safe. */
@Repository
public class OwnStudents {
	private final JdbcClient jdbc;

	OwnStudents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * In one statement.
	 *
	 * @param self whether that one is a student, and so sees the own records
	 * @param today the day on which a relationship must be current
	 * @return by first name; nobody, if the person has no enabled portal account
	 */
	public List<Person> of(PersonId person, boolean self, LocalDate today) {
		return jdbc.sql("""
				SELECT p.id, p.sourced_id, p.given_name, p.family_name, p.preferred_given_name, p.portal_account
				FROM roster.person me
				CROSS JOIN LATERAL (
					SELECT g.student AS id FROM roster.guardianship g
					WHERE g.guardian = me.id AND g.portal
						AND coalesce(g.starts <= :today, true) AND coalesce(:today < g.ends, true)
					UNION
					SELECT me.id WHERE :self) own
				JOIN roster.person p ON p.id = own.id
				WHERE me.id = :person AND me.portal_account
				ORDER BY coalesce(p.preferred_given_name, p.given_name) COLLATE "und-x-icu", p.id
				""").param("person", person.value()).param("self", self).param("today", today)
				.query((row, _) -> new Person(new PersonId(row.getLong("id")), new SourcedId(row.getString("sourced_id")),
						row.getString("given_name"), row.getString("family_name"),
						Optional.ofNullable(row.getString("preferred_given_name")), row.getBoolean("portal_account")))
				.list();
	}
}
