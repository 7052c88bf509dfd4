package org.schoolbell.district.staging;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one module lets lines of another refer to: names and numbers of its records, those included that this import will write. The owner writes the query, the
 * other copies its answer into a table of its own, so neither names the other's schema.
 *
 * @param query gives {@code sourced_id} and {@code id}
 */
public record Keys(String query) {
	/** @param table empty, with the columns {@code sourced_id} and {@code id} */
	public void copyTo(JdbcClient jdbc, String table) {
		jdbc.sql("INSERT INTO %s (sourced_id, id) SELECT k.sourced_id, k.id FROM (%s) k".formatted(table, query)).update();
		jdbc.sql("ANALYZE " + table).update();
	}
}
