package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.calendar.ActiveYear.Reason;
import org.schoolbell.district.calendar.CalendarPlan.SchoolInYear;
import org.schoolbell.district.event.SourcedId;

/** Everything that is there before an import. */
final class CalendarRows {
	private final JdbcClient jdbc;

	CalendarRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<SourcedId, Org> orgs() {
		Map<SourcedId, Org> orgs = new LinkedHashMap<>();
		jdbc.sql("SELECT id, sourced_id, name, type, parent FROM calendar.org ORDER BY id").query(row -> {
			Long parent = row.getObject("parent", Long.class);
			orgs.put(new SourcedId(row.getString("sourced_id")), new Org(new OrgId(row.getLong("id")), row.getString("name"),
					row.getString("type"), parent == null ? null : new OrgId(parent)));
		});
		return orgs;
	}

	Map<SourcedId, SchoolYear> years() {
		Map<SourcedId, SchoolYear> years = new LinkedHashMap<>();
		jdbc.sql("SELECT id, sourced_id, title, starts, ends FROM calendar.school_year ORDER BY id").query(row -> {
			years.put(new SourcedId(row.getString("sourced_id")), new SchoolYear(row.getLong("id"), row.getString("title"),
					row.getObject("starts", LocalDate.class), row.getObject("ends", LocalDate.class)));
		});
		return years;
	}

	ActiveYear.Choice active() {
		return jdbc.sql("SELECT sourced_id, marked FROM calendar.school_year WHERE active")
				.query((row, _) -> new ActiveYear.Choice(Optional.of(new SourcedId(row.getString("sourced_id"))),
						row.getBoolean("marked") ? Reason.MARKED : Reason.HOLDS_TODAY))
				.optional().orElseGet(() -> new ActiveYear.Choice(Optional.empty(), Reason.HOLDS_TODAY));
	}

	Map<SourcedId, Term> terms() {
		Map<SourcedId, Term> terms = new LinkedHashMap<>();
		jdbc.sql("SELECT id, sourced_id, title, type, school_year, parent, starts, ends FROM calendar.term ORDER BY id").query(row -> {
			Long parent = row.getObject("parent", Long.class);
			terms.put(new SourcedId(row.getString("sourced_id")), new Term(new TermId(row.getLong("id")), row.getString("title"),
					row.getString("type"), row.getLong("school_year"), parent == null ? null : new TermId(parent),
					row.getObject("starts", LocalDate.class), row.getObject("ends", LocalDate.class)));
		});
		return terms;
	}

	Map<SchoolInYear, CalendarId> calendars() {
		Map<SchoolInYear, CalendarId> calendars = new LinkedHashMap<>();
		jdbc.sql("SELECT id, school, school_year FROM calendar.calendar ORDER BY id").query(row -> {
			calendars.put(new SchoolInYear(new OrgId(row.getLong("school")), row.getLong("school_year")),
					new CalendarId(row.getLong("id")));
		});
		return calendars;
	}
}
