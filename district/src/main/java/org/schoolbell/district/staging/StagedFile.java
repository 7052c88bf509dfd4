package org.schoolbell.district.staging;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A staging table that holds the lines of one file. Besides its own columns every such table has {@code line, sourced_id, ends} (to be deleted), {@code verb}
 * (0 says nothing that is kept, 1 new, 2 changed, 3 unchanged, 4 ends its record; 1 until somebody knows better) and
 * {@code fault, fault_column, fault_value} (null while all is well).
 *
 * @param table with its schema
 * @param columns its own, in the order in which they are written
 * @param writer writes what a line says
 */
public record StagedFile<T>(String table, List<String> columns, RowWriter<T> writer) {
	public StagedFile {
		columns = List.copyOf(columns);
	}

	String copyStatement() {
		return "COPY %s (line, sourced_id, ends, %s) FROM STDIN".formatted(table, String.join(", ", columns));
	}

	/** Forgets the lines. */
	public void clear(JdbcClient jdbc) {
		jdbc.sql("TRUNCATE " + table).update();
	}

	/** Lets the planner know what was loaded, and marks each line whose sourcedId an earlier line has. */
	public void prepare(JdbcClient jdbc) {
		jdbc.sql("ANALYZE " + table).update();
		jdbc.sql("""
				UPDATE %1$s s
				SET fault = 'REPEATED', fault_column = 'sourcedId', fault_value = s.sourced_id
				FROM (SELECT sourced_id, min(line) AS first FROM %1$s GROUP BY sourced_id HAVING count(*) > 1) r
				WHERE s.sourced_id = r.sourced_id AND s.line > r.first
				""".formatted(table)).update();
	}

	/**
	 * Marks each line whose essential reference leads nowhere.
	 *
	 * @param reference the staging table's column
	 * @param column the file's name for it
	 * @param known a table or view with a column {@code sourced_id}
	 */
	public void markUnknown(JdbcClient jdbc, String reference, String column, String known) {
		jdbc.sql("""
				UPDATE %1$s s
				SET fault = 'UNKNOWN', fault_column = '%3$s', fault_value = s.%2$s
				WHERE s.fault IS NULL AND NOT s.ends AND NOT EXISTS (SELECT FROM %4$s k WHERE k.sourced_id = s.%2$s)
				""".formatted(table, reference, column, known)).update();
	}

	/** Whose record is to be deleted, but is not there, says nothing: call it when lines have been compared with records. */
	public void ignoreEndsOfNothing(JdbcClient jdbc) {
		jdbc.sql("UPDATE %s SET verb = 0 WHERE ends AND verb = 1".formatted(table)).update();
	}

	/** @return what becomes of the lines */
	public Tally tally(JdbcClient jdbc) {
		long[] lines = new long[Verb.values().length];
		long[] rejected = {0};
		jdbc.sql("SELECT verb, fault IS NOT NULL AS rejected, count(*) AS lines FROM %s GROUP BY 1, 2".formatted(table)).query(row -> {
			if (row.getBoolean("rejected")) {
				rejected[0] += row.getLong("lines");
			} else {
				lines[row.getInt("verb")] += row.getLong("lines");
			}
		});
		return new Tally(lines[Verb.INSERT.code()], lines[Verb.UPDATE.code()], lines[Verb.NOTHING.code()], lines[Verb.END.code()],
				lines[Verb.IGNORE.code()], rejected[0]);
	}

	/** @return the lines that are not taken, and why */
	public Remarks faults(JdbcClient jdbc) {
		List<Remark> first = new ArrayList<>();
		long[] count = {0};
		jdbc.sql("""
				SELECT line, fault, fault_column, fault_value, count(*) OVER () AS total
				FROM %s
				WHERE fault IS NOT NULL
				ORDER BY line
				LIMIT ?
				""".formatted(table)).param(Remarks.MOST_KEPT).query(row -> {
			Fault fault = Fault.valueOf(row.getString("fault"));
			count[0] = row.getLong("total");
			first.add(new Remark(row.getLong("line"), row.getString("fault_column"), row.getString("fault_value"), fault.problem(),
					fault.remedy()));
		});
		return new Remarks(first, count[0]);
	}
}
