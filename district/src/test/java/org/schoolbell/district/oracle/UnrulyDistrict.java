package org.schoolbell.district.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.sample.SampleSection;

/** A sample district of the seed in which every rule has something to stop. */
final class UnrulyDistrict {
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final int STUDENTS = 300;

	private UnrulyDistrict() {
	}

	/** Writes its records into a district that has none. */
	static void found(JdbcClient jdbc, long seed, Instant now, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(now, zone);
		SampleDistrict sample = SampleDistrict.of(STUDENTS, seed, today);
		List<SampleSection> sections = sample.sections().toList();
		jdbc.sql("CREATE TABLE sample (years jsonb, students jsonb, sections jsonb, assignments jsonb)").update();
		jdbc.sql("INSERT INTO sample VALUES (?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb)")
				.param(JSON.writeValueAsString(List.of(sample.lastYear(), sample.activeYear())))
				.param(JSON.writeValueAsString(sample.students().toList())).param(JSON.writeValueAsString(sections))
				.param(JSON.writeValueAsString(sections.stream().flatMap(section -> sample.assignments(section).stream()).toList()))
				.update();
		jdbc.sql(Sql.read("sample.sql")).update();
		jdbc.sql(Sql.read("unruly.sql").replace("${seed}", Long.toString(seed)).replace("${now}", now.toString()).replace("${today}",
				today.toString())).update();
	}
}
