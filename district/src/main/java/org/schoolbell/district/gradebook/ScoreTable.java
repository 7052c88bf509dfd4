package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
	private final JdbcClient jdbc;

	ScoreTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What a write found.
	 *
	 * @param before the value that the score had, null if there was no record
	 */
	record Written(@Nullable ScoreValue before) {}

	/**
	 * Writes the rows that say another thing than the table, and locks all of them, in the order of their keys. What it found of a score is what the
	 * write itself replaced, so of two writers at once the second sees what the first has written.
	 *
	 * @param rows at most one a score
	 * @return what was found, of those that were written
	 */
	Map<ScoreKey, Written> write(Collection<ScoreRow> rows, Instant now) {
		List<ScoreRow> ordered = rows.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
		Map<ScoreKey, Written> written = HashMap.newHashMap(ordered.size());
		jdbc.sql("""
				INSERT INTO gradebook.score AS s
					(assignment, student, sourced_id, points, percent, mark, flags, in_progress, comment, scored_on, modified_at)
				SELECT assignment, student, sourced_id, points, percent, mark, flags, in_progress, comment, scored_on, ?
				FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::numeric[], ?::numeric[], ?::text[], ?::smallint[], ?::boolean[], ?::text[],
						?::date[])
					AS n(assignment, student, sourced_id, points, percent, mark, flags, in_progress, comment, scored_on)
				ORDER BY assignment, student
				ON CONFLICT (assignment, student) DO UPDATE SET
					sourced_id = CASE WHEN starts_with(s.sourced_id, 'schoolbell-') THEN excluded.sourced_id ELSE s.sourced_id END,
					points = excluded.points, percent = excluded.percent, mark = excluded.mark, flags = excluded.flags,
					in_progress = coalesce(excluded.in_progress, s.in_progress), comment = coalesce(excluded.comment, s.comment),
					scored_on = CASE
						WHEN (excluded.points, excluded.percent, excluded.mark, excluded.flags) IS DISTINCT FROM (s.points, s.percent, s.mark, s.flags)
						THEN excluded.scored_on ELSE coalesce(excluded.scored_on, s.scored_on) END,
					modified_at = excluded.modified_at
				WHERE (excluded.points, excluded.percent, excluded.mark, excluded.flags) IS DISTINCT FROM (s.points, s.percent, s.mark, s.flags)
					OR coalesce(excluded.in_progress, s.in_progress) IS DISTINCT FROM s.in_progress
					OR coalesce(excluded.comment, s.comment) IS DISTINCT FROM s.comment
					OR coalesce(excluded.scored_on, s.scored_on) IS DISTINCT FROM s.scored_on
					OR starts_with(s.sourced_id, 'schoolbell-') AND s.sourced_id <> excluded.sourced_id
				RETURNING assignment, student, old.sourced_id IS NULL AS created, old.points AS points, old.percent AS percent,
					old.mark AS mark, old.flags AS flags
				""").param(now.atOffset(ZoneOffset.UTC)).params(columns(ordered)).query(row -> {
			written.put(key(row), new Written(row.getBoolean("created") ? null : value(row)));
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
