package org.schoolbell.district.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.calendar.CalendarId;
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
		return of(kind, pairs, List.of());
	}

	/** The same and, in the same statement, whether the portals show the kind's tool for these calendars. */
	@Transactional(readOnly = true)
	public Settings of(Kind kind, Collection<Pairing> pairs, Collection<CalendarId> calendars) {
		List<Pairing> all = List.copyOf(pairs);
		Map<Pairing, Choice> differing = new HashMap<>();
		Set<ShownTools.Place> hidden = new HashSet<>();
		PortalTool tool = PortalTool.of(kind);
		boolean[] pushEnabled = new boolean[1];
		jdbc.sql("""
				SELECT d.push_enabled, c.person, c.student, c.on_off, c.below, c.missing, NULL::bigint AS calendar, NULL::smallint AS portal
				FROM preference.district d
				LEFT JOIN (unnest(?::bigint[], ?::bigint[]) AS pair(person, student) JOIN preference.choice c USING (person, student))
					ON c.kind = ?
				UNION ALL
				SELECT NULL, NULL, NULL, NULL, NULL, NULL, t.calendar, h.portal
				FROM preference.display_calendar t
				JOIN preference.display_hidden h ON h.template = t.template
				WHERE t.calendar = ANY (?) AND h.tool = ?
				""").param(numbers(all, pair -> pair.person().value())).param(numbers(all, pair -> pair.student().value()))
				.param(kind.code()).param(calendars.stream().mapToLong(CalendarId::value).toArray()).param(tool.code()).query(row -> {
					long calendar = row.getLong("calendar");
					if (!row.wasNull()) {
						hidden.add(new ShownTools.Place(new CalendarId(calendar), Portal.ofCode(row.getInt("portal")), tool));
						return;
					}
					pushEnabled[0] = row.getBoolean("push_enabled");
					choice(row, kind).ifPresent(choice -> differing.put(new Pairing(choice.person(), choice.student()), choice));
				});
		return new Settings(kind, pushEnabled[0], differing, new ShownTools(hidden));
	}

	private static Optional<Choice> choice(ResultSet row, Kind kind) throws SQLException {
		PersonId person = new PersonId(row.getLong("person"));
		return row.wasNull()
				? Optional.empty()
				: Optional.of(new Choice(person, new PersonId(row.getLong("student")), kind, row.getBoolean("on_off"),
						row.getBigDecimal("below"), row.getBoolean("missing")));
	}

	private static List<Object> keys(List<Choice> choices) {
		return List.of(numbers(choices, choice -> choice.person().value()), numbers(choices, choice -> choice.student().value()),
				choices.stream().map(choice -> (short) choice.kind().code()).toArray(Short[]::new));
	}

	private static <T> long[] numbers(List<T> items, ToLongFunction<T> number) {
		return items.stream().mapToLong(number).toArray();
	}
}
