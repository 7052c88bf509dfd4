package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.calendar.CalendarPlan.SchoolInYear;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.staging.StagedLine;

/**
 * Brings schools, years and terms in. They are few (a district of 300,000 students has some 500), so they are planned in memory; everything else is staged.
 * Not thread-safe.
 */
public final class CalendarImport {
	private final JdbcClient jdbc;
	private final LocalDate today;

	/** @param jdbc on the import's connection */
	public CalendarImport(JdbcClient jdbc, LocalDate today) {
		this.jdbc = jdbc;
		this.today = today;
	}

	/**
	 * Plans; writes nothing.
	 *
	 * @param orgs lines of the file; empty where there is none
	 * @param sessions lines of the file; empty where there is none, and then the Active year stays
	 * @param wholeSessions whether these are all sessions, not only those that changed
	 * @throws TwoActiveYearsException if two years would be Active
	 */
	public CalendarPlan plan(List<StagedLine<OrgRecord>> orgs, List<StagedLine<SessionRecord>> sessions, boolean wholeSessions) {
		CalendarRows rows = new CalendarRows(jdbc);
		OrgPlanner orgPlanner = new OrgPlanner(rows.orgs(), new Sequence(jdbc, "org"));
		orgPlanner.plan(orgs);
		SessionPlanner sessionPlanner = new SessionPlanner(rows.years(), rows.terms(), new Sequence(jdbc, "school_year"),
				new Sequence(jdbc, "term"));
		sessionPlanner.plan(sessions);
		return new CalendarPlan(orgPlanner, sessionPlanner, calendars(rows, orgPlanner, sessionPlanner),
				active(rows.active(), sessionPlanner, wholeSessions));
	}

	private ActiveYear.Choice active(ActiveYear.Choice before, SessionPlanner sessions, boolean whole) {
		if (sessions.named().isEmpty() && before.year().filter(sessions.leaving()::contains).isEmpty()) {
			return before;
		}
		Map<SourcedId, SchoolYear> staying = new LinkedHashMap<>(sessions.years().all());
		staying.keySet().removeAll(sessions.leaving());
		return new ActiveYear(staying, today, before).choose(sessions.named(), whole);
	}

	private Map<SchoolInYear, CalendarId> calendars(CalendarRows rows, OrgPlanner orgs, SessionPlanner sessions) {
		Map<SchoolInYear, CalendarId> calendars = new LinkedHashMap<>(rows.calendars());
		Sequence ids = new Sequence(jdbc, "calendar");
		for (SchoolYear year : sessions.years().all().values()) {
			for (Org org : orgs.orgs().all().values()) {
				calendars.computeIfAbsent(new SchoolInYear(org.id(), year.id()), _ -> new CalendarId(ids.getAsLong()));
			}
		}
		return calendars;
	}

	/** Writes the plan; runs in the import's transaction. */
	public void merge(CalendarPlan plan) {
		CalendarMerge merge = new CalendarMerge(jdbc);
		merge.orgs(plan.plannedOrgs().written());
		merge.years(plan.plannedYears().written());
		merge.terms(plan.plannedTerms().written());
		merge.calendars(plan.usedCalendars());
		plan.activeName().ifPresent(year -> merge.activate(year, plan.activeYearIsMarked()));
	}
}
