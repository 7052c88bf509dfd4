package org.schoolbell.district.portal;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.testing.ChemistryClass;

/** A mother of Maya and Liam, who are in a class of their own school year, and a stranger whose child is in the same class. */
final class Household {
	private static final AtomicInteger COUNT = new AtomicInteger();

	final ChemistryClass chemistry;
	final PersonId mother;
	final PersonId father;
	final PersonId stranger;
	final PersonId maya;
	final PersonId liam;
	final PersonId keiko;
	private final JdbcClient jdbc;

	Household(JdbcClient jdbc) {
		this.jdbc = jdbc;
		chemistry = new ChemistryClass(jdbc);
		maya = person(sourcedId("Maya-Rivera"));
		liam = person(sourcedId("Liam-Murphy"));
		keiko = person(sourcedId("Keiko-Tanaka"));
		mother = adult("Elena");
		father = adult("Daniel");
		stranger = adult("Sora");
		relate(maya, mother);
		relate(maya, father);
		relate(liam, mother);
		relate(keiko, stranger);
	}

	SourcedId sourcedId(String student) {
		return new SourcedId(chemistry.name + student);
	}

	long assignment(int index) {
		return jdbc.sql("SELECT id FROM gradebook.assignment WHERE sourced_id = ?").param(chemistry.assignments.get(index).value())
				.query(Long.class).single();
	}

	long section() {
		return jdbc.sql("SELECT id FROM roster.section WHERE sourced_id = ?").param(chemistry.section.value()).query(Long.class).single();
	}

	long calendar() {
		return jdbc.sql("SELECT calendar FROM roster.section WHERE id = ?").param(section()).query(Long.class).single();
	}

	String workOf(PersonId student, int assignment) {
		return "/assignments/" + student.value() + "/" + assignment(assignment);
	}

	void run(String sql, Object... parameters) {
		jdbc.sql(sql).params(parameters).update();
	}

	private PersonId adult(String givenName) {
		return new PersonId(jdbc.sql("""
				INSERT INTO roster.person (sourced_id, given_name, family_name, portal_account) VALUES (?, ?, 'Rivera', true) RETURNING id
				""").param("adult-" + COUNT.incrementAndGet()).param(givenName).query(Long.class).single());
	}

	private PersonId person(SourcedId sourcedId) {
		return new PersonId(
				jdbc.sql("SELECT id FROM roster.person WHERE sourced_id = ?").param(sourcedId.value()).query(Long.class).single());
	}

	private void relate(PersonId student, PersonId guardian) {
		run("INSERT INTO roster.guardianship (student, guardian, type, portal) VALUES (?, ?, 'parent', true)", student.value(),
				guardian.value());
	}
}
