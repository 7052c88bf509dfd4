package org.schoolbell.district.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

/** One choice at a time, for whoever edits it. Each method is one statement. */
@Repository
class ChoiceRows {
	private final JdbcClient jdbc;

	ChoiceRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Choice of(PersonId person, PersonId student, Kind kind) {
		return jdbc.sql("SELECT on_off, below, missing FROM preference.choice WHERE person = ? AND student = ? AND kind = ?")
				.param(person.value()).param(student.value()).param(kind.code())
				.query((row, _) -> read(row, person, student, kind)).optional().orElseGet(() -> Choice.byDefault(person, student, kind));
	}

	/**
	 * Puts this one in place of the other. Two who do so at once do it one after the other.
	 *
	 * @return the one that it has replaced
	 */
	Choice replace(Choice choice) {
		Optional<Choice> replaced = choice.isDefault() ? delete(choice) : upsert(choice);
		return replaced.orElseGet(() -> Choice.byDefault(choice.person(), choice.student(), choice.kind()));
	}

	private Optional<Choice> delete(Choice choice) {
		return jdbc.sql("""
				DELETE FROM preference.choice WHERE person = ? AND student = ? AND kind = ?
				RETURNING on_off, below, missing
				""").param(choice.person().value()).param(choice.student().value()).param(choice.kind().code())
				.query((row, _) -> read(row, choice.person(), choice.student(), choice.kind())).optional();
	}

	/** Where there was no row the old one has nulls. */
	private Optional<Choice> upsert(Choice choice) {
		return jdbc.sql("""
				INSERT INTO preference.choice (person, student, kind, on_off, below, missing) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT (person, student, kind)
				DO UPDATE SET on_off = excluded.on_off, below = excluded.below, missing = excluded.missing
				RETURNING old.kind, old.on_off, old.below, old.missing
				""").param(choice.person().value()).param(choice.student().value()).param(choice.kind().code()).param(choice.on())
				.param(choice.below()).param(choice.missing()).query((row, _) -> row.getObject("kind") == null
						? Optional.<Choice>empty()
						: Optional.of(read(row, choice.person(), choice.student(), choice.kind())))
				.single();
	}

	private static Choice read(ResultSet row, PersonId person, PersonId student, Kind kind) throws SQLException {
		return new Choice(person, student, kind, row.getBoolean("on_off"), row.getBigDecimal("below"), row.getBoolean("missing"));
	}
}
