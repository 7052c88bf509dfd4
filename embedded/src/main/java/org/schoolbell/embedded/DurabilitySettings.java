package org.schoolbell.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The settings that decide whether a committed row survives, as the running server itself answers {@code SHOW}. */
public record DurabilitySettings(String version, String fsync, String synchronousCommit) {
	static DurabilitySettings read(DatabaseAddress address) throws SQLException {
		try (Connection connection = address.open(); Statement statement = connection.createStatement()) {
			return new DurabilitySettings(show(statement, "server_version"), show(statement, "fsync"),
					show(statement, "synchronous_commit"));
		}
	}

	private static String show(Statement statement, String name) throws SQLException {
		try (ResultSet answer = statement.executeQuery("SHOW " + name)) {
			answer.next();
			return answer.getString(1);
		}
	}

	/** Whether a commit that was answered is on the disk. */
	public boolean durable() {
		return fsync.equals("on") && synchronousCommit.equals("on");
	}

	@Override
	public String toString() {
		return "fsync=" + fsync + ", synchronous_commit=" + synchronousCommit;
	}
}
