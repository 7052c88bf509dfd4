package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.schoolbell.district.notice.OutboxChanges.Fate.WaitsAgain;
import org.schoolbell.wire.BatchId;

/**
 * What the relay has not finally answered, as rows. A row waits or is in flight; of one device and slot at most one does each, so a newer value never
 * races an older one. Each method is one statement, for one row or for thousands, in the caller's transaction. Thread-safe.
 */
@Component
class OutboxTable {
	private final JdbcClient jdbc;

	OutboxTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks the most urgent rows that may leave now. Rows that another transaction has locked are left for the next look, so this waits for nobody.
	 *
	 * @param after by priority, after which number fresh rows are looked for
	 * @param window how many may be in flight
	 * @param most how many rows at most
	 */
	List<OutboxRow> lockNext(long[] after, int window, int most, Instant now) {
		return jdbc.sql("""
				WITH room AS MATERIALIZED (
					SELECT greatest(0, least(:most, :window - count(*))) AS n FROM notice.outbox WHERE published_at IS NOT NULL),
				next AS (
					SELECT w.priority, w.seq
					FROM unnest(ARRAY[0, 1, 2]::smallint[], :after::bigint[]) AS c(priority, seq)
					CROSS JOIN LATERAL (
						SELECT o.priority, o.seq
						FROM notice.outbox o
						WHERE o.priority = c.priority AND o.seq > c.seq AND o.published_at IS NULL AND o.not_before IS NULL
							AND NOT EXISTS (SELECT FROM notice.outbox f
								WHERE f.device = o.device AND f.slot = o.slot AND f.published_at IS NOT NULL)
						ORDER BY o.seq LIMIT (SELECT n FROM room)) w
					UNION ALL
					SELECT w.priority, w.seq
					FROM unnest(ARRAY[0, 1, 2]::smallint[]) AS c(priority)
					CROSS JOIN LATERAL (
						SELECT o.priority, o.seq
						FROM notice.outbox o
						WHERE o.priority = c.priority AND o.not_before <= :now AND o.published_at IS NULL
							AND NOT EXISTS (SELECT FROM notice.outbox f
								WHERE f.device = o.device AND f.slot = o.slot AND f.published_at IS NOT NULL)
						ORDER BY o.not_before LIMIT (SELECT n FROM room)) w)
				SELECT %s
				FROM next JOIN notice.outbox o USING (priority, seq)
				WHERE o.published_at IS NULL
				ORDER BY o.priority, o.seq LIMIT (SELECT n FROM room)
				FOR UPDATE OF o SKIP LOCKED
				""".formatted(OutboxRow.COLUMNS)).param("after", after).param("window", window).param("most", most).param("now", utc(now))
				.query((row, _) -> OutboxRow.read(row)).list();
	}

	/** Locks the rows with these keys that are still there. */
	List<OutboxRow> lock(Collection<OutboxKey> keys) {
		return jdbc.sql("""
				SELECT %s
				FROM unnest(?::smallint[], ?::bigint[]) AS k(priority, seq) JOIN notice.outbox o USING (priority, seq)
				ORDER BY o.priority, o.seq
				FOR UPDATE OF o
				""".formatted(OutboxRow.COLUMNS)).params(columns(List.copyOf(keys))).query((row, _) -> OutboxRow.read(row)).list();
	}

	/** Locks what is in flight in these batches. */
	List<OutboxRow> lockBatches(Collection<BatchId> batches) {
		return jdbc.sql("""
				SELECT %s
				FROM notice.outbox o
				WHERE o.published_at IS NOT NULL AND o.batch = ANY (?::uuid[])
				ORDER BY o.priority, o.seq
				FOR UPDATE OF o
				""".formatted(OutboxRow.COLUMNS)).param(batches.stream().map(BatchId::toString).toArray(String[]::new))
				.query((row, _) -> OutboxRow.read(row)).list();
	}

	/** Locks what is in flight since this moment or longer, the oldest first. */
	List<OutboxRow> lockPublishedUntil(Instant moment, int most) {
		return jdbc.sql("""
				SELECT %s
				FROM notice.outbox o
				WHERE o.published_at <= ?
				ORDER BY o.published_at LIMIT ?
				FOR UPDATE OF o
				""".formatted(OutboxRow.COLUMNS)).param(utc(moment)).param(most).query((row, _) -> OutboxRow.read(row)).list();
	}

	/** Marks rows as in flight, each in its batch. */
	void publish(Map<OutboxKey, BatchId> batches, Instant now) {
		List<OutboxKey> keys = List.copyOf(batches.keySet());
		jdbc.sql("""
				UPDATE notice.outbox o
				SET published_at = ?, batch = p.batch::uuid, not_before = NULL
				FROM unnest(?::text[], ?::smallint[], ?::bigint[]) AS p(batch, priority, seq)
				WHERE o.priority = p.priority AND o.seq = p.seq
				""").param(utc(now)).param(keys.stream().map(key -> String.valueOf(batches.get(key))).toArray(String[]::new))
				.params(columns(keys)).update();
	}

	/** Rows wait again, each until its moment. */
	void waitAgain(List<WaitsAgain> rows) {
		jdbc.sql("""
				UPDATE notice.outbox o
				SET published_at = NULL, batch = NULL, not_before = a.not_before, attempts = a.attempts, unanswered = a.unanswered
				FROM unnest(?::timestamptz[], ?::smallint[], ?::boolean[], ?::smallint[], ?::bigint[])
						AS a(not_before, attempts, unanswered, priority, seq)
				WHERE o.priority = a.priority AND o.seq = a.seq
				""").param(strings(rows, again -> again.notBefore().toString()))
				.param(rows.stream().map(again -> (short) again.attempts()).toArray(Short[]::new))
				.param(rows.stream().map(again -> again.row().unanswered()).toArray(Boolean[]::new))
				.params(columns(rows.stream().map(again -> again.row().key()).toList())).update();
	}

	/** What waited for these rows, which are no longer in flight, may leave now. */
	void letFollow(List<OutboxRow> rows, Instant now) {
		jdbc.sql("""
				UPDATE notice.outbox o
				SET not_before = ?
				FROM unnest(?::bigint[], ?::text[]) AS f(device, slot)
				WHERE o.device = f.device AND o.slot = f.slot::uuid AND o.published_at IS NULL
				""").param(utc(now)).param(rows.stream().mapToLong(row -> row.device().value()).toArray())
				.param(strings(rows, row -> row.slot().toString())).update();
	}

	void delete(List<OutboxRow> rows) {
		jdbc.sql("""
				DELETE FROM notice.outbox o
				USING unnest(?::smallint[], ?::bigint[]) AS e(priority, seq)
				WHERE o.priority = e.priority AND o.seq = e.seq
				""").params(columns(rows.stream().map(OutboxRow::key).toList())).update();
	}

	int inFlight() {
		return jdbc.sql("SELECT count(*) FROM notice.outbox WHERE published_at IS NOT NULL").query(Integer.class).single();
	}

	private static List<Object> columns(List<OutboxKey> keys) {
		return List.of(keys.stream().map(OutboxKey::priority).toArray(Short[]::new), keys.stream().mapToLong(OutboxKey::seq).toArray());
	}

	private static <T> String[] strings(List<T> items, Function<T, String> text) {
		return items.stream().map(text).toArray(String[]::new);
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}
}
