package org.schoolbell.command;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.schoolbell.embedded.DatabaseAddress;

/** Every table of a database, all schemas, but for the list of migrations, with its number of rows and a digest of what they hold. */
record TableStates(Map<String, State> tables) {
	private static final String TABLES = """
			SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
			WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'flyway_schema_history'
			""";
	private static final State NONE = new State(0, "");

	record State(long rows, String digest) {}

	static TableStates of(DatabaseAddress database) throws SQLException {
		Map<String, State> tables = new TreeMap<>();
		try (Connection connection = database.open(); Statement statement = connection.createStatement()) {
			List<String> names = new ArrayList<>();
			try (ResultSet row = statement.executeQuery(TABLES)) {
				while (row.next()) {
					names.add(row.getString(1));
				}
			}
			for (String name : names) {
				try (ResultSet row = statement.executeQuery(
						"SELECT count(*), coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') FROM " + name + " t")) {
					row.next();
					tables.put(name, new State(row.getLong(1), row.getString(2)));
				}
			}
		}
		return new TableStates(tables);
	}

	/** @return a line for each table that has other rows than before, or one that says that none has */
	List<String> changesSince(TableStates before) {
		List<String> changes = new ArrayList<>();
		TreeSet<String> names = new TreeSet<>(before.tables.keySet());
		names.addAll(tables.keySet());
		for (String name : names) {
			State old = before.tables.getOrDefault(name, NONE);
			State now = tables.getOrDefault(name, NONE);
			if (!old.equals(now)) {
				changes.add("rows: " + name + " " + old.rows + " -> " + now.rows);
			}
		}
		return changes.isEmpty() ? List.of("rows: all tables as before") : changes;
	}
}
