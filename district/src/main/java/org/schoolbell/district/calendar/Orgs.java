package org.schoolbell.district.calendar;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers about schools and the district above them. Thread-safe. */
@Repository
public class Orgs {
	private final JdbcClient jdbc;

	Orgs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the name of the district, the first if an import brought several; empty before the first import */
	public Optional<String> district() {
		return jdbc.sql("SELECT name FROM calendar.org WHERE type = 'district' ORDER BY id LIMIT 1").query(String.class).optional();
	}
}
