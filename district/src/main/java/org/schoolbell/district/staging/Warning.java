package org.schoolbell.district.staging;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something odd about staged lines that are taken all the same.
 *
 * @param column the file's name for the value
 * @param problem what is odd about the value
 * @param remedy what would be right
 * @param query gives {@code line} and {@code value} of each such line
 */
public record Warning(String column, String problem, String remedy, String query) {
	/** @return the lines that it is about */
	public Remarks find(JdbcClient jdbc) {
		List<Remark> first = new ArrayList<>();
		long[] count = {0};
		jdbc.sql("SELECT line, value, count(*) OVER () AS total FROM (%s) odd ORDER BY line, value LIMIT ?".formatted(query))
				.param(Remarks.MOST_KEPT)
				.query(row -> {
					count[0] = row.getLong("total");
					first.add(new Remark(row.getLong("line"), column, row.getString("value"), problem, remedy));
				});
		return new Remarks(first, count[0]);
	}
}
