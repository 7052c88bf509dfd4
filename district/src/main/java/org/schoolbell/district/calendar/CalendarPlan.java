package org.schoolbell.district.calendar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.schoolbell.district.calendar.ActiveYear.Reason;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.staging.FileResult;

/**
 * Schools, years, terms and calendars as they will be after an import, with the ids that they will have: what comes later in the import refers to them before
 * anything is written. Not thread-safe.
 */
public final class CalendarPlan {
	private final OrgPlanner orgs;
	private final SessionPlanner sessions;
	private final Map<SchoolInYear, CalendarId> calendars;
	private final Set<SchoolInYear> used = new HashSet<>();
	private final ActiveYear.Choice active;

	CalendarPlan(OrgPlanner orgs, SessionPlanner sessions, Map<SchoolInYear, CalendarId> calendars, ActiveYear.Choice active) {
		this.orgs = orgs;
		this.sessions = sessions;
		this.calendars = calendars;
		this.active = active;
		schools().forEach(school -> sessions.years().all().values().forEach(year -> used.add(new SchoolInYear(school.id(), year.id()))));
	}

	record SchoolInYear(OrgId school, long year) {}

	private List<Org> schools() {
		return orgs.orgs().all().values().stream().filter(Org::isSchool).toList();
	}

	/** @return the organization, unless it is unknown or to be deleted */
	public Optional<Org> org(SourcedId sourcedId) {
		return orgs.leaving().contains(sourcedId) ? Optional.empty() : orgs.orgs().get(sourcedId);
	}

	/** @return the term, unless it is unknown or to be deleted */
	public Optional<Term> term(SourcedId sourcedId) {
		return sessions.leaving().contains(sourcedId) ? Optional.empty() : sessions.terms().get(sourcedId);
	}

	/** @return all terms */
	public List<Term> terms() {
		return List.copyOf(sessions.terms().all().values());
	}

	/** @return those of the terms that were there before and are another now */
	public List<Term> changedTerms() {
		return sessions.terms().changed();
	}

	/** @return the organization's calendar in the year of the term; from now on it exists, also where the organization is no school */
	public CalendarId calendar(Org org, Term term) {
		SchoolInYear key = new SchoolInYear(org.id(), term.year());
		used.add(key);
		return id(key);
	}

	/** @return the calendars of all schools, and of other organizations that have classes */
	public List<CalendarSpan> calendars() {
		List<CalendarSpan> spans = new ArrayList<>();
		for (SchoolYear year : sessions.years().all().values()) {
			for (Org org : orgs.orgs().all().values()) {
				SchoolInYear key = new SchoolInYear(org.id(), year.id());
				if (used.contains(key)) {
					spans.add(new CalendarSpan(id(key), org.id(), year.starts(), year.ends()));
				}
			}
		}
		return spans;
	}

	private CalendarId id(SchoolInYear key) {
		CalendarId id = calendars.get(key);
		if (id == null) {
			throw new IllegalStateException("No calendar was planned for a school and year");
		}
		return id;
	}

	/** @return whether a school year has other dates than before, so that whoever is enrolled by it is too */
	public boolean yearsChanged() {
		return !sessions.years().written().isEmpty();
	}

	/** @return the Active year's title; empty if there is no school year */
	public Optional<String> activeYear() {
		return activeName().map(name -> sessions.years().get(name).orElseThrow().title());
	}

	/** @return whether the Active year is only the latest, since none holds the day and none is marked */
	public boolean activeYearIsGuessed() {
		return active.reason() == Reason.LATEST;
	}

	/** @return whether the source marks the Active year, so that it stays so until the source says otherwise */
	boolean activeYearIsMarked() {
		return active.reason() == Reason.MARKED;
	}

	/** @return what becomes of the file of organizations */
	public FileResult orgs() {
		return orgs.outcomes().result();
	}

	/** @return what becomes of the file of sessions */
	public FileResult sessions() {
		return sessions.outcomes().result();
	}

	Optional<SourcedId> activeName() {
		return active.year();
	}

	Planned<Org> plannedOrgs() {
		return orgs.orgs();
	}

	Planned<SchoolYear> plannedYears() {
		return sessions.years();
	}

	Planned<Term> plannedTerms() {
		return sessions.terms();
	}

	Map<SchoolInYear, CalendarId> usedCalendars() {
		Map<SchoolInYear, CalendarId> all = new LinkedHashMap<>(calendars);
		all.keySet().retainAll(used);
		return all;
	}
}
