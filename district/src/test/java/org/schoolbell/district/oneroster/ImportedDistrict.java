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

	@Override
	public void close() {
		district.close();
	}
}
