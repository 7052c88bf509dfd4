package org.schoolbell.district.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.BatchReceipt;

/**
 * Lets whoever checks the connection, on any server of the district or by command, hear that the relay has answered, while one server takes all receipts.
 * PostgreSQL carries it to who listens at that moment and keeps nothing. Thread-safe.
 */
@Component
public class CheckAnswers {
	private static final Logger LOG = LoggerFactory.getLogger(CheckAnswers.class);
	private static final String CHANNEL = "schoolbell_check_answer";

	private final DataSource database;

	public CheckAnswers(DataSource database) {
		this.database = database;
	}

	/** Tells who listens. If that fails, a check waits in vain and can be run again; receipts go on. */
	void announce(List<BatchReceipt> batches) {
		try {
			batches.forEach(batch -> JdbcClient.create(database).sql("SELECT pg_notify(?, ?)").params(CHANNEL, payload(batch)).query()
					.listOfRows());
		} catch (DataAccessException e) {
			LOG.debug("The answer to a check could not be announced", e);
		}
	}

	private static String payload(BatchReceipt batch) {
		return batch.batch() + " " + batch.outcome();
	}

	/**
	 * Begins to listen, on a connection of its own.
	 *
	 * @throws SQLException if the database cannot be reached
	 */
	public Listening listen() throws SQLException {
		Connection connection = database.getConnection();
		try (Statement statement = connection.createStatement()) {
			statement.execute("LISTEN " + CHANNEL);
			return new Listening(connection);
		} catch (SQLException e) {
			connection.close();
			throw e;
		}
	}

	/** Hears what is announced from its beginning to its end. For one thread. */
	public static final class Listening implements AutoCloseable {
		private final Connection connection;
		private final List<String> heard = new ArrayList<>();

		private Listening(Connection connection) {
			this.connection = connection;
		}

		/** @return what became of this batch, if that is known by now or within this time */
		public Optional<BatchReceipt.Outcome> heard(BatchId batch, Duration atMost) throws SQLException {
			PGNotification[] come = connection.unwrap(PGConnection.class).getNotifications((int) Math.max(1, atMost.toMillis()));
			for (PGNotification notification : come == null ? new PGNotification[0] : come) {
				heard.add(notification.getParameter());
			}
			return heard.stream().filter(payload -> payload.startsWith(batch + " "))
					.map(payload -> BatchReceipt.Outcome.valueOf(payload.substring(payload.indexOf(' ') + 1))).findFirst();
		}

		/** Gives the connection back; one that cannot be silenced is ended first, so that the pool drops it. */
		@Override
		public void close() {
			try (connection; Statement statement = connection.createStatement()) {
				statement.execute("UNLISTEN " + CHANNEL);
			} catch (SQLException e) {
				LOG.debug("A connection that listened was lost", e);
			}
		}
	}
}
