package org.schoolbell.district.dispatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who publishes for the district: the server that holds this lock of the database, on a connection of its own. A server that dies loses its connection and
 * with it the lock, and another takes over. For a moment two may believe to hold it, which costs nothing but a window that is a little too large: a push
 * is taken under a lock of its row.
 *
 * <p>For one thread.
 */
@Component
class PublisherLock implements AutoCloseable {
	/** Session-level advisory locks are numbers; this one is the publisher's. */
	private static final long KEY = 0x5C40_0000_0000_0002L;
	private static final int ANSWER_SECONDS = 2;

	private final DataSource database;
	private @Nullable Connection holding;

	PublisherLock(DataSource database) {
		this.database = database;
	}

	/** @return whether this server publishes now; false while another does */
	boolean hold() throws SQLException {
		if (held()) {
			return true;
		}
		Connection connection = database.getConnection();
		if (locked(connection)) {
			holding = connection;
			return true;
		}
		connection.close();
		return false;
	}

	/** @return whether this server still holds it, asked of the database */
	boolean held() throws SQLException {
		Connection connection = holding;
		if (connection == null) {
			return false;
		}
		if (connection.isValid(ANSWER_SECONDS)) {
			return true;
		}
		close();
		return false;
	}

	private static boolean locked(Connection connection) throws SQLException {
		try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
			lock.setLong(1, KEY);
			try (ResultSet answer = lock.executeQuery()) {
				return answer.next() && answer.getBoolean(1);
			}
		} catch (SQLException e) {
			connection.close();
			throw e;
		}
	}

	/** Gives it to whoever asks next. */
	@Override
	public void close() {
		Connection connection = holding;
		holding = null;
		if (connection != null) {
			release(connection);
		}
	}

	/** A connection that does not answer is ended before it goes back, so that the pool drops it, and no lock stays on it. */
	private static void release(Connection connection) {
		try (connection) {
			try (PreparedStatement unlock = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
				unlock.setLong(1, KEY);
				unlock.execute();
			} catch (SQLException _) {
				connection.abort(Runnable::run);
			}
		} catch (SQLException _) {
			// It is gone already, and the lock with it.
		}
	}
}
