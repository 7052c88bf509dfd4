package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.SourcedId;

/** Answers about calendars and terms, one statement for any number of them. Unknown ids are missing from an answer. Thread-safe. */
@Repository
public class Calendars {
	private final JdbcClient jdbc;

	public Calendars(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return what the decision asks of each calendar */
	public Map<CalendarId, CalendarState> states(Collection<CalendarId> calendars) {
		Map<CalendarId, CalendarState> states = HashMap.newHashMap(calendars.size());
		jdbc.sql("""
				SELECT c.id, y.active, c.portal_enabled
				FROM calendar.calendar c
				JOIN calendar.school_year y ON y.id = c.school_year
				WHERE c.id = ANY (?)
				""").param(calendars.stream().mapToLong(CalendarId::value).toArray())
				.query(row -> {
					states.put(new CalendarId(row.getLong("id")),
							new CalendarState(row.getBoolean("active"), row.getBoolean("portal_enabled")));
				});
		return states;
	}

	/** @return what the decision asks of these calendars and terms, in one statement */
	public Openness openness(Collection<CalendarId> calendars, Collection<TermId> terms) {
		Map<CalendarId, CalendarState> states = HashMap.newHashMap(calendars.size());
		Set<TermId> openTerms = HashSet.newHashSet(terms.size());
		jdbc.sql("""
				SELECT true AS is_calendar, c.id, y.active, c.portal_enabled
				FROM calendar.calendar c
				JOIN calendar.school_year y ON y.id = c.school_year
				WHERE c.id = ANY (?)
				UNION ALL
				SELECT false, t.id, NULL, t.portal_enabled
				FROM calendar.term t
				WHERE t.id = ANY (?)
				""").param(calendars.stream().mapToLong(CalendarId::value).toArray())
				.param(terms.stream().mapToLong(TermId::value).toArray())
				.query(row -> {
					boolean open = row.getBoolean("portal_enabled");
					if (row.getBoolean("is_calendar")) {
						states.put(new CalendarId(row.getLong("id")), new CalendarState(row.getBoolean("active"), open));
					} else if (open) {
						openTerms.add(new TermId(row.getLong("id")));
					}
				});
		return new Openness(states, openTerms);
	}

	/** @return those of the terms whose records families may see */
	public Set<TermId> openToPortals(Collection<TermId> terms) {
		Set<TermId> open = HashSet.newHashSet(terms.size());
		jdbc.sql("SELECT id FROM calendar.term WHERE id = ANY (?) AND portal_enabled")
				.param(terms.stream().mapToLong(TermId::value).toArray())
				.query(row -> {
					open.add(new TermId(row.getLong("id")));
				});
		return open;
	}

	/** @return these terms and all terms within them, earlier and longer ones first */
	public List<Term> within(Collection<TermId> terms) {
		return jdbc.sql("""
				WITH RECURSIVE part AS (
					SELECT * FROM calendar.term WHERE id = ANY (?)
					UNION
					SELECT t.* FROM calendar.term t JOIN part p ON t.parent = p.id)
				SELECT id, title, type, school_year, parent, starts, ends FROM part ORDER BY starts, ends DESC, id
				""").param(terms.stream().mapToLong(TermId::value).toArray()).query((row, _) -> {
			Long parent = row.getObject("parent", Long.class);
			return new Term(new TermId(row.getLong("id")), row.getString("title"), row.getString("type"), row.getLong("school_year"),
					parent == null ? null : new TermId(parent), Objects.requireNonNull(row.getObject("starts", LocalDate.class)),
					Objects.requireNonNull(row.getObject("ends", LocalDate.class)));
		}).list();
	}

	/** @return the names by which the outside knows these terms; unknown ones are missing */
	public Map<TermId, TermName> namesOf(Collection<TermId> terms) {
		Map<TermId, TermName> names = HashMap.newHashMap(terms.size());
		jdbc.sql("SELECT id, sourced_id, type FROM calendar.term WHERE id = ANY (?)")
				.param(terms.stream().mapToLong(TermId::value).toArray()).query(row -> {
					names.put(new TermId(row.getLong("id")),
							new TermName(new SourcedId(row.getString("sourced_id")), row.getString("type").equals("gradingPeriod")));
				});
		return names;
	}

	/** @return the names by which the outside knows the schools of these calendars; unknown ones are missing */
	public Map<CalendarId, SourcedId> schoolsOf(Collection<CalendarId> calendars) {
		Map<CalendarId, SourcedId> schools = HashMap.newHashMap(calendars.size());
		jdbc.sql("SELECT c.id, o.sourced_id FROM calendar.calendar c JOIN calendar.org o ON o.id = c.school WHERE c.id = ANY (?)")
				.param(calendars.stream().mapToLong(CalendarId::value).toArray()).query(row -> {
					schools.put(new CalendarId(row.getLong("id")), new SourcedId(row.getString("sourced_id")));
				});
		return schools;
	}

	/** @return how many schools the Active year has; none before one is made Active */
	public int schoolsInActiveYear() {
		return jdbc.sql("""
				SELECT count(*) FROM calendar.calendar c JOIN calendar.school_year y ON y.id = c.school_year WHERE y.active
				""").query(Integer.class).single();
	}
}
