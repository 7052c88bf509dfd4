package org.schoolbell.district.staging;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Copies lines into a staging table as they come; memory does not grow with their number. Its connection can do nothing else until it is closed. Closed
 * without {@link #finish()}, it leaves the table as it was. Not thread-safe.
 */
public final class Loader<T> implements AutoCloseable {
	private static final int CHUNK = 1 << 16;

	private final CopyIn copy;
	private final int columns;
	private final RowWriter<T> writer;
	private final CopyRow row = new CopyRow();

	Loader(CopyIn copy, int columns, RowWriter<T> writer) {
		this.copy = copy;
		this.columns = columns;
		this.writer = writer;
	}

	public void add(StagedLine<T> line) {
		row.number(line.line()).text(line.sourcedId().value()).flag(line.record() == null);
		if (line.record() == null) {
			for (int i = 0; i < columns; i++) {
				row.text(null);
			}
		} else {
			writer.write(line.record(), row);
		}
		row.endRow();
		if (row.buffer().length() >= CHUNK) {
			send();
		}
	}

	/** Makes the lines stay. */
	public void finish() {
		send();
		try {
			copy.endCopy();
		} catch (SQLException e) {
			throw failure(e);
		}
	}

	@Override
	public void close() {
		try {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		} catch (SQLException e) {
			throw failure(e);
		}
	}

	private void send() {
		byte[] bytes = row.buffer().toString().getBytes(StandardCharsets.UTF_8);
		row.buffer().setLength(0);
		try {
			copy.writeToCopy(bytes, 0, bytes.length);
		} catch (SQLException e) {
			throw failure(e);
		}
	}

	/** The server's message may repeat a row, which holds names: only its code goes on. */
	private static RuntimeException failure(SQLException e) {
		return new UncategorizedSQLException("COPY", null, new SQLException("COPY into a staging table failed", e.getSQLState()));
	}
}
