package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;

/** The scores as their table keeps them. Each method is one statement, for one score or ten thousand. */
@Repository
class ScoreTable {
	private static final String OTHER_VALUE = "(excluded.points, excluded.percent, excluded.mark, excluded.flags) IS DISTINCT FROM "
			+ "(s.points, s.percent, s.mark, s.flags)";
	/** Of an upsert into the scores as {@code s}: a score that says another thing than before is another version, with the one who made it so. */
	static final String NEW_VERSION = """
			version = CASE WHEN %1$s THEN excluded.version ELSE s.version END,
			changed_by = CASE WHEN %1$s THEN excluded.changed_by ELSE s.changed_by END,
			changed_at = CASE WHEN %1$s THEN excluded.changed_at ELSE s.changed_at END""".formatted(OTHER_VALUE);

	private final JdbcClient jdbc;

	ScoreTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What a write found.
	 *
	 * @param before the value that the score had, null if there was no record
	 * @param replaced the version that it had, {@link ScoreState#NONE} if there was no record
	 */
	record Written(@Nullable ScoreValue before, long replaced) {}

	/**
	 * Writes the rows that say another thing than the table, and locks all of them, in the order of their keys. What it found of a score is what the
	 * write itself replaced, so of two writers at once the second sees what the first has written.
	 *
	 * @param rows at most one a score
	 * @param actor who writes, null for an integration
	 * @return what was found, of those that were written
	 */
	Map<ScoreKey, Written> write(Collection<ScoreRow> rows, @Nullable PersonId actor, Instant now) {
		List<ScoreRow> ordered = rows.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
		Map<ScoreKey, Written> written = HashMap.newHashMap(ordered.size());
		jdbc.sql("""
				INSERT INTO gradebook.score AS s
					(assignment, student, sourced_id, points, percent, mark, flags, in_progress, comment, scored_on, changed_by, changed_at, modified_at)
				SELECT assignment, student, sourced_id, points, percent, mark, flags, in_progress, comment, scored_on, actor, now, now
				FROM (SELECT ?::bigint AS actor, ?::timestamptz AS now) w
				CROSS JOIN unnest(?::bigint[], ?::bigint[], ?::text[], ?::numeric[], ?::numeric[], ?::text[], ?::smallint[], ?::boolean[], ?::text[],
						?::date[])
					AS n(assignment, student, sourced_id, points, percent, mark, flags, in_progress, comment, scored_on)
				ORDER BY assignment, student
				ON CONFLICT (assignment, student) DO UPDATE SET
					sourced_id = CASE WHEN starts_with(s.sourced_id, 'schoolbell-') THEN excluded.sourced_id ELSE s.sourced_id END,
					points = excluded.points, percent = excluded.percent, mark = excluded.mark, flags = excluded.flags,
					in_progress = coalesce(excluded.in_progress, s.in_progress), comment = coalesce(excluded.comment, s.comment),
					scored_on = CASE WHEN %1$s THEN excluded.scored_on ELSE coalesce(excluded.scored_on, s.scored_on) END,
					modified_at = excluded.modified_at,
					%2$s
				WHERE %1$s
					OR coalesce(excluded.in_progress, s.in_progress) IS DISTINCT FROM s.in_progress
					OR coalesce(excluded.comment, s.comment) IS DISTINCT FROM s.comment
					OR coalesce(excluded.scored_on, s.scored_on) IS DISTINCT FROM s.scored_on
					OR starts_with(s.sourced_id, 'schoolbell-') AND s.sourced_id <> excluded.sourced_id
				RETURNING assignment, student, old.sourced_id IS NULL AS created, old.points AS points, old.percent AS percent,
					old.mark AS mark, old.flags AS flags, old.version AS version
				""".formatted(OTHER_VALUE, NEW_VERSION)).param(actor == null ? null : actor.value()).param(now.atOffset(ZoneOffset.UTC))
				.params(columns(ordered)).query(row -> {
					written.put(key(row), new Written(row.getBoolean("created") ? null : value(row), row.getLong("version")));
				});
		return written;
	}

	/**
	 * Which scores bear these names, and which names these scores bear.
	 *
	 * @return all that meet a name or a score of the rows
	 */
	Map<ScoreKey, String> names(Collection<ScoreRow> rows) {
		List<ScoreRow> all = List.copyOf(rows);
		Map<ScoreKey, String> names = new HashMap<>();
		jdbc.sql("""
				SELECT assignment, student, sourced_id FROM gradebook.score WHERE sourced_id = ANY (?)
				UNION
				SELECT assignment, student, sourced_id FROM gradebook.score
				JOIN unnest(?::bigint[], ?::bigint[]) AS asked(assignment, student) USING (assignment, student)
				""").param(texts(all, ScoreRow::sourcedId)).param(assignments(all)).param(students(all)).query(row -> {
			names.put(key(row), row.getString("sourced_id"));
		});
		return names;
	}

	/** @return what these scores say; those that have no record are missing */
	Map<ScoreKey, ScoreState> states(Collection<ScoreKey> keys) {
		List<ScoreKey> all = List.copyOf(keys);
		return states(jdbc.sql("""
				SELECT assignment, student, points, percent, mark, flags, version, changed_by, changed_at
				FROM gradebook.score
				JOIN unnest(?::bigint[], ?::bigint[]) AS asked(assignment, student) USING (assignment, student)
				""").param(all.stream().mapToLong(key -> key.assignment().value()).toArray())
				.param(all.stream().mapToLong(key -> key.student().value()).toArray()));
	}

	/** @return what the scores of these assignments say */
	Map<ScoreKey, ScoreState> statesOf(Collection<AssignmentId> assignments) {
		return states(jdbc.sql("""
				SELECT assignment, student, points, percent, mark, flags, version, changed_by, changed_at
				FROM gradebook.score
				WHERE assignment = ANY (?)
				""").param(assignments.stream().mapToLong(AssignmentId::value).toArray()));
	}

	/** Locks the scores of an assignment, in the order of their keys. */
	Map<ScoreKey, ScoreState> lock(AssignmentId assignment) {
		return states(jdbc.sql("""
				SELECT assignment, student, points, percent, mark, flags, version, changed_by, changed_at
				FROM gradebook.score
				WHERE assignment = ?
				ORDER BY student
				FOR UPDATE
				""").param(assignment.value()));
	}

	/** Gives the scores of an assignment the percent that their points are of other points possible, where it is not what a writer said. */
	void percents(AssignmentId assignment, @Nullable BigDecimal before, @Nullable BigDecimal after) {
		jdbc.sql("""
				UPDATE gradebook.score s
				SET percent = CASE WHEN p.after > 0 THEN trunc(div(s.points * 1000000, p.after) / 10000, 4) END
				FROM (SELECT ?::numeric AS before, ?::numeric AS after) p
				WHERE s.assignment = ? AND s.points IS NOT NULL
					AND s.percent IS NOT DISTINCT FROM CASE WHEN p.before > 0 THEN trunc(div(s.points * 1000000, p.before) / 10000, 4) END
				""").param(plain(before)).param(plain(after)).param(assignment.value()).update();
	}

	private static Map<ScoreKey, ScoreState> states(JdbcClient.StatementSpec select) {
		Map<ScoreKey, ScoreState> states = new LinkedHashMap<>();
		select.query(row -> {
			Long by = row.getObject("changed_by", Long.class);
			states.put(key(row), new ScoreState(value(row), row.getLong("version"), by == null ? null : new PersonId(by),
					Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class)).toInstant()));
		});
		return states;
	}

	private static List<Object> columns(List<ScoreRow> rows) {
		return Arrays.asList(assignments(rows), students(rows), texts(rows, ScoreRow::sourcedId),
				texts(rows, row -> plain(row.value().points())), texts(rows, row -> plain(row.value().percent())),
				texts(rows, row -> row.value().mark()),
				rows.stream().map(row -> (short) Flag.toBits(row.value().flags())).toArray(Short[]::new),
				rows.stream().map(row -> row.result() == null ? null : row.result().inProgress()).toArray(Boolean[]::new),
				texts(rows, row -> row.result() == null ? null : row.result().comment()),
				texts(rows, row -> row.scoredOn() == null ? null : row.scoredOn().toString()));
	}

	private static long[] assignments(List<ScoreRow> rows) {
		return rows.stream().mapToLong(row -> row.key().assignment().value()).toArray();
	}

	private static long[] students(List<ScoreRow> rows) {
		return rows.stream().mapToLong(row -> row.key().student().value()).toArray();
	}

	private static @Nullable String[] texts(List<ScoreRow> rows, Function<ScoreRow, @Nullable String> text) {
		return rows.stream().map(text).toArray(String[]::new);
	}

	private static @Nullable String plain(@Nullable BigDecimal number) {
		return number == null ? null : number.toPlainString();
	}

	static ScoreKey key(ResultSet row) throws SQLException {
		return new ScoreKey(new AssignmentId(row.getLong("assignment")), new PersonId(row.getLong("student")));
	}

	static ScoreValue value(ResultSet row) throws SQLException {
		return new ScoreValue(row.getBigDecimal("points"), row.getBigDecimal("percent"), row.getString("mark"),
				Flag.ofBits(row.getInt("flags")));
	}
}
