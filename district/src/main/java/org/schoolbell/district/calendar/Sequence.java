package org.schoolbell.district.calendar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws ids of a table ahead of its rows, some at a time. An import that fails leaves a gap, no row. */
final class Sequence implements LongSupplier {
	private static final int BLOCK = 100;

	private final JdbcClient jdbc;
	private final String table;
	private final Deque<Long> drawn = new ArrayDeque<>();

	Sequence(JdbcClient jdbc, String table) {
		this.jdbc = jdbc;
		this.table = table;
	}

	@Override
	public long getAsLong() {
		if (drawn.isEmpty()) {
			drawn.addAll(jdbc.sql("SELECT nextval(pg_get_serial_sequence(?, 'id')) FROM generate_series(1, ?)").param("calendar." + table)
					.param(BLOCK)
					.query(Long.class)
					.list());
		}
		return drawn.removeFirst();
	}
}
