package org.schoolbell.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach one PostgreSQL database. The URL carries no secret. */
public record DatabaseAddress(String jdbcUrl, String username, Secret password) {
	static final String HOST = "127.0.0.1";

	static DatabaseAddress of(int port, String database, String username, Secret password) {
		return new DatabaseAddress("jdbc:postgresql://" + HOST + ":" + port + "/" + database, username, password);
	}

	/** A new connection of its own; the caller closes it. */
	public Connection open() throws SQLException {
		return DriverManager.getConnection(jdbcUrl, username, password.value());
	}
}
