package org.schoolbell.district.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;

/** Answers about people, one statement for any number of them. Unknown ids are missing from an answer. Thread-safe. */
@Repository
public class People {
	private final JdbcClient jdbc;

	public People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the people with these ids */
	public Map<PersonId, Person> byId(Collection<PersonId> ids) {
		Map<PersonId, Person> people = HashMap.newHashMap(ids.size());
		jdbc.sql("""
				SELECT id, sourced_id, given_name, family_name, preferred_given_name, portal_account
				FROM roster.person
				WHERE id = ANY (?)
				""").param(values(ids)).query(row -> {
			PersonId id = new PersonId(row.getLong("id"));
			people.put(id, new Person(id, new SourcedId(row.getString("sourced_id")), row.getString("given_name"),
					row.getString("family_name"), Optional.ofNullable(row.getString("preferred_given_name")),
					row.getBoolean("portal_account")));
		});
		return people;
	}

	/** @return the ids of the people whom the outside knows by these names */
	public Map<SourcedId, PersonId> idsOf(Collection<SourcedId> sourcedIds) {
		Map<SourcedId, PersonId> ids = HashMap.newHashMap(sourcedIds.size());
		jdbc.sql("SELECT sourced_id, id FROM roster.person WHERE sourced_id = ANY (?)")
				.param(sourcedIds.stream().map(SourcedId::value).toArray(String[]::new))
				.query(row -> {
					ids.put(new SourcedId(row.getString("sourced_id")), new PersonId(row.getLong("id")));
				});
		return ids;
	}

	/** @return the names by which the outside knows these people */
	public Map<PersonId, SourcedId> sourcedIdsOf(Collection<PersonId> ids) {
		Map<PersonId, SourcedId> sourcedIds = HashMap.newHashMap(ids.size());
		jdbc.sql("SELECT id, sourced_id FROM roster.person WHERE id = ANY (?)").param(values(ids)).query(row -> {
			sourcedIds.put(new PersonId(row.getLong("id")), new SourcedId(row.getString("sourced_id")));
		});
		return sourcedIds;
	}

	/**
	 * Every adult related to each student, whether or not that gives access: a trace names them all.
	 *
	 * @param today the day on which a relationship must be current
	 * @return by student; a student without relatives is missing
	 */
	public Map<PersonId, List<Relative>> relativesOf(Collection<PersonId> students, LocalDate today) {
		Map<PersonId, List<Relative>> relatives = HashMap.newHashMap(students.size());
		jdbc.sql("""
				SELECT g.student, g.guardian, g.type, g.portal, p.portal_account,
				       coalesce(g.starts <= t.today, true) AND coalesce(t.today < g.ends, true) AS current
				FROM roster.guardianship g
				JOIN roster.person p ON p.id = g.guardian
				CROSS JOIN (SELECT ?::date AS today) t
				WHERE g.student = ANY (?)
				ORDER BY g.student, g.guardian
				""").param(today).param(values(students)).query(row -> {
			relatives.computeIfAbsent(new PersonId(row.getLong("student")), _ -> new ArrayList<>())
					.add(new Relative(new PersonId(row.getLong("guardian")), row.getString("type"), row.getBoolean("portal"),
							row.getBoolean("current"), row.getBoolean("portal_account")));
		});
		return relatives;
	}

	/**
	 * Everyone whom an event of a student may concern: the student and every related adult, whether or not that gives access. In one statement.
	 *
	 * @param today the day on which a relationship must be current to give access
	 * @return by student, in the order of the people's ids; an unknown student is missing
	 */
	public Map<PersonId, List<PossibleRecipient>> possibleRecipients(Collection<PersonId> students, LocalDate today) {
		Map<PersonId, List<PossibleRecipient>> recipients = HashMap.newHashMap(students.size());
		jdbc.sql("""
				SELECT p.id AS student, p.id AS person, p.portal_account AS access
				FROM roster.person p
				WHERE p.id = ANY (:students)
				UNION ALL
				SELECT g.student, g.guardian, g.portal AND p.portal_account
				       AND coalesce(g.starts <= :today, true) AND coalesce(:today < g.ends, true)
				FROM roster.guardianship g
				JOIN roster.person p ON p.id = g.guardian
				WHERE g.student = ANY (:students)
				ORDER BY student, person
				""").param("today", today).param("students", values(students)).query(row -> {
			recipients.computeIfAbsent(new PersonId(row.getLong("student")), _ -> new ArrayList<>())
					.add(new PossibleRecipient(new PersonId(row.getLong("person")), row.getBoolean("access")));
		});
		return recipients;
	}

	private static long[] values(Collection<PersonId> ids) {
		return ids.stream().mapToLong(PersonId::value).toArray();
	}
}
