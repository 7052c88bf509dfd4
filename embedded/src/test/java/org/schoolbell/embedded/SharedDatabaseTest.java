package org.schoolbell.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedDatabaseTest {
	private final AtomicInteger preparations = new AtomicInteger();

	@Test
	void copiesATemplateThatItPreparesOnce() throws SQLException {
		DatabaseAddress first = SharedDatabase.fresh("one row", this::oneRow);
		DatabaseAddress second = SharedDatabase.fresh("one row", this::oneRow);
		execute(first, "INSERT INTO thing VALUES (2)");
		assertThat(count(first)).isEqualTo(2);
		assertThat(count(second)).isEqualTo(1);
		assertThat(preparations).hasValue(1);
	}

	@Test
	void dropsADatabaseThatIsStillInUse() throws SQLException {
		DatabaseAddress database = SharedDatabase.empty();
		try (Connection connection = database.open()) {
			SharedDatabase.drop(database);
			assertThat(connection.isValid(1)).isFalse();
		}
		assertThatThrownBy(database::open).hasMessageContaining("does not exist");
	}

	private void oneRow(DatabaseAddress template) throws SQLException {
		preparations.incrementAndGet();
		execute(template, "CREATE TABLE thing (id int)");
		execute(template, "INSERT INTO thing VALUES (1)");
	}

	private static void execute(DatabaseAddress database, String sql) throws SQLException {
		try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static long count(DatabaseAddress database) throws SQLException {
		try (Connection connection = database.open();
				Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery("SELECT count(*) FROM thing")) {
			answer.next();
			return answer.getLong(1);
		}
	}
}
