package org.schoolbell.district.notice;

import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a partition, with the rows of its range that the default one holds already. Thread-safe, also among servers. */
@Component
class PartitionTable {
	/** Key of the advisory lock that lets one server at a time make partitions. */
	private static final int PARTITION_LOCK = 0x5C40_02;

	private final JdbcClient jdbc;

	PartitionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the names of the partitions that there are */
	Set<String> names() {
		return new HashSet<>(jdbc.sql("""
				SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relnamespace = 'notice'::regnamespace
				""").query((row, _) -> row.getString("relname")).list());
	}

	/**
	 * Nobody writes to the default partition while its rows move, else one might come that belongs to the new one, which PostgreSQL then refuses. Whoever
	 * writes waits for at most the length of this; this waits for at most two seconds for them, and is then tried again later. Dies at any moment: all is as
	 * it was.
	 */
	@Transactional
	public void make(Partition partition) {
		jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
		jdbc.sql("SELECT pg_advisory_xact_lock(%d)".formatted(PARTITION_LOCK)).query((_, _) -> true).single();
		if (names().contains(partition.name())) {
			return;
		}
		jdbc.sql("""
				CREATE TABLE notice.%1$s (LIKE notice.%2$s INCLUDING ALL);
				LOCK TABLE notice.%2$s_default IN ACCESS EXCLUSIVE MODE;
				WITH moved AS (DELETE FROM notice.%2$s_default WHERE %3$s >= '%4$s' AND %3$s < '%5$s' RETURNING *)
				INSERT INTO notice.%1$s SELECT * FROM moved;
				ALTER TABLE notice.%2$s ATTACH PARTITION notice.%1$s FOR VALUES FROM ('%4$s') TO ('%5$s')
				""".formatted(partition.name(), partition.parent(), partition.column(), partition.from(), partition.to())).update();
	}
}
