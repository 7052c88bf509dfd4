package org.schoolbell.district.staging;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one connection on which an import works: it holds the lock that keeps a second import out, so staging tables are its own. Dies the process, the server
 * drops connection and lock, and the next import clears what was staged. Not thread-safe.
 */
public final class StagingConnection implements AutoCloseable {
	/** Names the lock among the database's advisory locks. */
	private static final long LOCK = 0x5C40_01BE_1100_0001L;

	private final DataSource source;
	private final Connection connection;
	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;

	private StagingConnection(DataSource source, Connection connection) {
		this.source = source;
		this.connection = connection;
		SingleConnectionDataSource single = new SingleConnectionDataSource(connection, true);
		this.jdbc = JdbcClient.create(single);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(single));
	}

	/**
	 * Takes a connection of the pool, until it is closed.
	 *
	 * @throws ImportRunningException if another import has the lock
	 */
	public static StagingConnection open(DataSource source) {
		try {
			StagingConnection staging = new StagingConnection(source, source.getConnection());
			try {
				staging.begin();
				return staging;
			} catch (RuntimeException e) {
				staging.connection.close();
				throw e;
			}
		} catch (SQLException e) {
			throw failure("open", e);
		}
	}

	private void begin() {
		if (!jdbc.sql("SELECT pg_try_advisory_lock(?)").param(LOCK).query(Boolean.class).single()) {
			throw new ImportRunningException();
		}
		// Joins of millions of staged lines: in memory where they fit.
		jdbc.sql("SET work_mem = '64MB'").update();
	}

	/** @return for statements on this connection; outside of {@link #inTransaction} each commits by itself */
	public JdbcClient jdbc() {
		return jdbc;
	}

	/** @return where other connections come from */
	public DataSource source() {
		return source;
	}

	/** Begins to load a staging table. Nothing else may use this connection until the loader is closed. */
	public <T> Loader<T> load(StagedFile<T> file) {
		try {
			CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(file.copyStatement());
			return new Loader<>(copy, file.columns().size(), file.writer());
		} catch (SQLException e) {
			throw failure("COPY", e);
		}
	}

	/** All of it happens, or nothing. */
	public void inTransaction(Runnable work) {
		transaction.executeWithoutResult(_ -> work.run());
	}

	@Override
	public void close() {
		try (connection) {
			jdbc.sql("RESET work_mem").update();
			jdbc.sql("SELECT pg_advisory_unlock(?)").param(LOCK).query(Boolean.class).single();
		} catch (SQLException e) {
			throw failure("close", e);
		}
	}

	private static RuntimeException failure(String task, SQLException e) {
		RuntimeException translated = new SQLErrorCodeSQLExceptionTranslator().translate(task, null, e);
		return translated == null ? new IllegalStateException(task, e) : translated;
	}
}
