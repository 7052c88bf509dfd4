package org.schoolbell.district.oneroster;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.testing.TestDistrict;

/** A district's database and the importer into it. */
final class ImportedDistrict implements AutoCloseable {
	private final TestDistrict district = TestDistrict.with();

	ImportReport run(Path zip) {
		return new OneRosterImport(district.get(DataSource.class), new DistrictZone(ZoneId.of("America/Chicago")),
				district.time())
				.run(zip, ImportOptions.DEFAULT, ImportListener.NONE);
	}

	TestDistrict district() {
		return district;
	}

	List<String> column(String sql) {
		return district.jdbc().sql(sql).query((row, _) -> row.getString(1)).list();
	}

	String value(String sql) {
		return column(sql).getFirst();
	}

	/** @return every table of the district with its rows, staging and all */
	SortedMap<String, Long> rowCounts() {
		SortedMap<String, Long> counts = new TreeMap<>();
		for (String table : column("""
				SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
				""")) {
			counts.put(table, district.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single());
		}
		return counts;
	}

	/** @return every table of the district with its number of rows and a digest of what they hold */
	SortedMap<String, String> contents() {
		SortedMap<String, String> contents = new TreeMap<>();
		String all = value("""
				SELECT string_agg(format(
				    $$SELECT %L AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ';' ORDER BY t::text)), '') AS content FROM %s t$$,
				    c.oid::regclass, c.oid::regclass), ' UNION ALL ')
				FROM pg_class c
				JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema')
				""");
		district.jdbc().sql(all).query(row -> {
			contents.put(row.getString("name"), row.getString("content"));
		});
		return contents;
	}

	@Override
	public void close() {
		district.close();
	}
}
