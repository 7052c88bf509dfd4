package org.schoolbell.district.event.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.schoolbell.district.event.SchoolEvent;

/**
 * Takes changes out of the log. A claim is a deletion in the caller's transaction: whoever dies before the commit has claimed nothing, and after
 * it everything that the same transaction wrote is there. Any number of servers may claim; a lane has one claimant at a time.
 */
@Component
public class Claims {
	/** Changes that one claim takes at most. */
	public static final int AT_MOST = 2_000;
	/** First key of the advisory locks of lanes; the second is the lane. */
	private static final int LANE_LOCKS = 0x5C40_01;

	private final JdbcClient jdbc;
	private final Watermarks watermarks = new Watermarks(Duration.ofSeconds(1));

	Claims(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the lanes that hold changes, urgent ones first; another server may have them in work */
	public List<Lane> waiting() {
		return jdbc.sql("""
				SELECT lane
				FROM unnest(?::smallint[], ?::bigint[]) AS l(lane, watermark)
				WHERE EXISTS (SELECT FROM event.change c WHERE c.lane = l.lane AND c.seq > l.watermark)
				ORDER BY lane
				""").param(Lane.ALL.stream().map(lane -> (short) lane.number()).toArray(Short[]::new))
				.param(Lane.ALL.stream().mapToLong(watermarks::of).toArray())
				.query((row, _) -> new Lane(row.getInt("lane"))).list();
	}

	/**
	 * Claims the oldest changes of a lane, in two statements.
	 *
	 * @return the changes in order, at most {@link #AT_MOST}; empty if another transaction has the lane in work
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<List<SchoolEvent>> claim(Lane lane) {
		// The lock falls with the transaction, after its deletions can be seen; the next statement takes a snapshot after the lock was had.
		boolean mine = jdbc.sql("SELECT pg_try_advisory_xact_lock(?, ?)").param(LANE_LOCKS).param(lane.number()).query(Boolean.class)
				.single();
		if (!mine) {
			return Optional.empty();
		}
		List<Claimed> claimed = delete(lane);
		if (!claimed.isEmpty()) {
			advanceAfterCommit(lane, claimed.getLast().seq());
		}
		return Optional.of(claimed.stream().map(Claimed::event).toList());
	}

	private List<Claimed> delete(Lane lane) {
		return jdbc.sql("""
				WITH top AS (
					SELECT max(seq) AS seq
					FROM (SELECT seq FROM event.change WHERE lane = :lane AND seq > :watermark ORDER BY seq LIMIT :most) oldest),
				claimed AS (
					DELETE FROM event.change c USING top
					WHERE c.lane = :lane AND c.seq > :watermark AND c.seq <= top.seq
					RETURNING c.seq, c.id, c.root, c.kind, c.record, c.before, c.after, c.actor, c.at, c.silent)
				SELECT * FROM claimed ORDER BY seq
				""").param("lane", lane.number()).param("watermark", watermarks.of(lane)).param("most", AT_MOST)
				.query((row, _) -> new Claimed(row.getLong("seq"), ChangeRow.read(row))).list();
	}

	private void advanceAfterCommit(Lane lane, long seq) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				watermarks.advance(lane, seq);
			}
		});
	}

	private record Claimed(long seq, SchoolEvent event) {}
}
