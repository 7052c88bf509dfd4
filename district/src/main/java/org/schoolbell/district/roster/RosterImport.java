package org.schoolbell.district.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.calendar.CalendarPlan;
import org.schoolbell.district.calendar.CalendarSpan;
import org.schoolbell.district.calendar.Term;
import org.schoolbell.district.staging.FileResult;
import org.schoolbell.district.staging.Keys;
import org.schoolbell.district.staging.Pairs;
import org.schoolbell.district.staging.Remarks;
import org.schoolbell.district.staging.StagedFile;
import org.schoolbell.district.staging.StagingConnection;
import org.schoolbell.district.staging.Warning;

/**
 * Brings people, roles, sections and class lists in: lines of {@link RosterFiles} are loaded, checked, merged. Records keep their ids; a line that says what its
 * record says already writes nothing. Not thread-safe.
 */
public final class RosterImport {
	private final JdbcClient jdbc;
	private final LocalDate today;
	private final Map<StagedFile<?>, List<Remarks>> warnings = new HashMap<>();

	public RosterImport(StagingConnection staging, LocalDate today) {
		this.jdbc = staging.jdbc();
		this.today = today;
	}

	/** Forgets what was staged. */
	public void clear() {
		RosterFiles.ALL.forEach(file -> file.clear(jdbc));
		jdbc.sql("""
				TRUNCATE roster.import_term, roster.import_calendar, roster.import_touched, roster.import_enrollment, roster.import_guardianship
				""").update();
	}

	/** Looks at all lines, once they are loaded, and at nothing that others wait for. */
	public void check(CalendarPlan plan) {
		terms(plan);
		RosterCheck check = new RosterCheck(jdbc, today);
		check.users();
		check.roles();
		check.profiles();
		check.courses();
		RosterFiles.CLASSES.prepare(jdbc);
		warn(RosterFiles.CLASSES, RosterOddities.UNKNOWN_COURSE);
		check.classes();
		check.lists();
		warn(RosterFiles.LISTS, RosterOddities.OUTSIDE_OF_TERMS);
	}

	/** Writes the records; runs in the import's transaction, after calendar's. */
	public void merge(CalendarPlan plan) {
		calendars(plan);
		Derivation derivation = new Derivation(jdbc);
		derivation.touchBefore();
		RosterMerge merge = new RosterMerge(jdbc, today);
		merge.people();
		merge.roles();
		merge.profiles();
		merge.courses();
		merge.sections();
		merge.lists();
		new UndatedPlaces(jdbc).moveWith(plan.changedTerms());
		merge.ends();
		if (plan.yearsChanged()) {
			derivation.touchEveryone();
		} else {
			derivation.touchAfter();
		}
		derivation.enrollments();
		derivation.guardianships();
	}

	/** Looks for what can only be seen in the records as they are now. */
	public void lookBack() {
		warn(RosterFiles.LISTS, RosterOddities.NOT_A_STUDENT);
		warn(RosterFiles.USERS, RosterOddities.UNKNOWN_AGENT);
		warn(RosterFiles.USERS, RosterOddities.NO_RELATIVE);
	}

	/** @return what became of a file of {@link RosterFiles} */
	public FileResult result(StagedFile<?> file) {
		return new FileResult(file.tally(jdbc), file.faults(jdbc), warnings.getOrDefault(file, List.of()));
	}

	/** @return the people whom lines of other modules may name, once all lines are checked */
	public static Keys people() {
		return new Keys("SELECT sourced_id, id FROM roster.import_known_person");
	}

	/** @return the sections that lines of other modules may name, once all lines are checked */
	public static Keys sections() {
		return new Keys("SELECT sourced_id, id FROM roster.import_known_section");
	}

	/** @return sections, and the students who are or ever were on their class lists once all lines are merged */
	public static Pairs classLists() {
		return new Pairs("""
				SELECT l.section AS one, l.person AS other FROM roster.import_list l
				WHERE l.part = 'STUDENT' AND l.fault IS NULL AND NOT l.ends AND l.starts IS DISTINCT FROM l.ends_on
				UNION ALL
				SELECT s.sourced_id, p.sourced_id
				FROM roster.class_list c
				JOIN roster.section s ON s.id = c.section
				JOIN roster.person p ON p.id = c.student
				""");
	}

	private void warn(StagedFile<?> file, Warning warning) {
		warnings.computeIfAbsent(file, _ -> new ArrayList<>()).add(warning.find(jdbc));
	}

	private void terms(CalendarPlan plan) {
		List<Term> terms = plan.terms();
		jdbc.sql("INSERT INTO roster.import_term SELECT * FROM unnest(?::bigint[], ?::date[], ?::date[])")
				.param(terms.stream().mapToLong(term -> term.id().value()).toArray())
				.param(terms.stream().map(term -> term.starts().toString()).toArray(String[]::new))
				.param(terms.stream().map(term -> term.ends().toString()).toArray(String[]::new))
				.update();
		jdbc.sql("ANALYZE roster.import_term").update();
	}

	private void calendars(CalendarPlan plan) {
		List<CalendarSpan> calendars = plan.calendars();
		jdbc.sql("INSERT INTO roster.import_calendar SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::date[], ?::date[])")
				.param(calendars.stream().mapToLong(span -> span.id().value()).toArray())
				.param(calendars.stream().mapToLong(span -> span.school().value()).toArray())
				.param(calendars.stream().map(span -> span.starts().toString()).toArray(String[]::new))
				.param(calendars.stream().map(span -> span.ends().toString()).toArray(String[]::new))
				.update();
		jdbc.sql("ANALYZE roster.import_calendar").update();
	}
}
