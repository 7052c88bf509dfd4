package org.schoolbell.district.preference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

/** What each person chose. Only what differs from the default has a row. Thread-safe. */
@Component
public class Choices {
	private final JdbcClient jdbc;

	Choices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Saves these choices, each in place of the earlier one of its person, student and kind. It concerns later events only. */
	@Transactional
	public void save(Collection<Choice> choices) {
		List<Choice> all = List.copyOf(choices);
		jdbc.sql("""
				DELETE FROM preference.choice c
				USING unnest(?::bigint[], ?::bigint[], ?::smallint[]) AS gone(person, student, kind)
				WHERE c.person = gone.person AND c.student = gone.student AND c.kind = gone.kind
				""").params(keys(all)).update();
		List<Choice> differing = all.stream().filter(choice -> !choice.isDefault()).toList();
		jdbc.sql("""
				INSERT INTO preference.choice (person, student, kind, on_off, below, missing)
				SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::smallint[], ?::boolean[], ?::numeric[], ?::boolean[])
				""").params(keys(differing)).param(differing.stream().map(Choice::on).toArray(Boolean[]::new))
				.param(differing.stream().map(choice -> choice.below() == null ? null : choice.below().toPlainString())
						.toArray(String[]::new))
				.param(differing.stream().map(Choice::missing).toArray(Boolean[]::new)).update();
	}

	/** @return the district's switch and what these people chose about these students, in one statement */
	@Transactional(readOnly = true)
	public Settings of(Kind kind, Collection<Pairing> pairs) {
		List<Pairing> all = List.copyOf(pairs);
		Map<Pairing, Choice> differing = new HashMap<>();
		boolean[] pushEnabled = new boolean[1];
		jdbc.sql("""
				SELECT d.push_enabled, c.person, c.student, c.on_off, c.below, c.missing
				FROM preference.district d
				LEFT JOIN (unnest(?::bigint[], ?::bigint[]) AS pair(person, student) JOIN preference.choice c USING (person, student))
					ON c.kind = ?
				""").param(numbers(all, pair -> pair.person().value())).param(numbers(all, pair -> pair.student().value()))
				.param(kind.code()).query(row -> {
					pushEnabled[0] = row.getBoolean("push_enabled");
					PersonId person = new PersonId(row.getLong("person"));
					if (!row.wasNull()) {
						PersonId student = new PersonId(row.getLong("student"));
						differing.put(new Pairing(person, student), new Choice(person, student, kind, row.getBoolean("on_off"),
								row.getBigDecimal("below"), row.getBoolean("missing")));
					}
				});
		return new Settings(kind, pushEnabled[0], differing);
	}

	private static List<Object> keys(List<Choice> choices) {
		return List.of(numbers(choices, choice -> choice.person().value()), numbers(choices, choice -> choice.student().value()),
				choices.stream().map(choice -> (short) choice.kind().code()).toArray(Short[]::new));
	}

	private static <T> long[] numbers(List<T> items, ToLongFunction<T> number) {
		return items.stream().mapToLong(number).toArray();
	}
}
