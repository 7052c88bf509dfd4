package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.calendar.CalendarPlan.SchoolInYear;
import org.schoolbell.district.event.SourcedId;

/** Writes planned rows, one statement a table. Ids were drawn before, so rows may refer to each other in any order within a statement. */
final class CalendarMerge {
	private final JdbcClient jdbc;

	CalendarMerge(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void orgs(Map<SourcedId, Org> orgs) {
		jdbc.sql("""
				INSERT INTO calendar.org (id, sourced_id, name, type, parent)
				OVERRIDING SYSTEM VALUE
				SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
				ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, parent = excluded.parent
				""").param(numbers(orgs.values(), org -> org.id().value()))
				.param(names(orgs))
				.param(texts(orgs.values(), Org::name))
				.param(texts(orgs.values(), Org::type))
				.param(texts(orgs.values(), org -> org.parent() == null ? null : Long.toString(org.parent().value())))
				.update();
	}

	void years(Map<SourcedId, SchoolYear> years) {
		jdbc.sql("""
				INSERT INTO calendar.school_year (id, sourced_id, title, starts, ends)
				OVERRIDING SYSTEM VALUE
				SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::date[], ?::date[])
				ON CONFLICT (id) DO UPDATE SET title = excluded.title, starts = excluded.starts, ends = excluded.ends
				""").param(numbers(years.values(), SchoolYear::id))
				.param(names(years))
				.param(texts(years.values(), SchoolYear::title))
				.param(dates(years.values(), SchoolYear::starts))
				.param(dates(years.values(), SchoolYear::ends))
				.update();
	}

	void terms(Map<SourcedId, Term> terms) {
		jdbc.sql("""
				INSERT INTO calendar.term (id, sourced_id, title, type, school_year, parent, starts, ends)
				OVERRIDING SYSTEM VALUE
				SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::date[], ?::date[])
				ON CONFLICT (id) DO UPDATE
				SET title = excluded.title, type = excluded.type, school_year = excluded.school_year, parent = excluded.parent,
				    starts = excluded.starts, ends = excluded.ends
				""").param(numbers(terms.values(), term -> term.id().value()))
				.param(names(terms))
				.param(texts(terms.values(), Term::title))
				.param(texts(terms.values(), Term::type))
				.param(numbers(terms.values(), Term::year))
				.param(texts(terms.values(), term -> term.parent() == null ? null : Long.toString(term.parent().value())))
				.param(dates(terms.values(), Term::starts))
				.param(dates(terms.values(), Term::ends))
				.update();
	}

	void calendars(Map<SchoolInYear, CalendarId> calendars) {
		jdbc.sql("""
				INSERT INTO calendar.calendar (id, school, school_year)
				OVERRIDING SYSTEM VALUE
				SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[])
				ON CONFLICT (id) DO NOTHING
				""").param(numbers(calendars.values(), CalendarId::value))
				.param(numbers(calendars.keySet(), key -> key.school().value()))
				.param(numbers(calendars.keySet(), SchoolInYear::year))
				.update();
	}

	/** Two steps, since at no moment two years may be Active. */
	void activate(SourcedId year, boolean marked) {
		jdbc.sql("UPDATE calendar.school_year SET active = false, marked = false WHERE active AND sourced_id <> ?").param(year.value())
				.update();
		jdbc.sql("UPDATE calendar.school_year SET active = true, marked = ? WHERE sourced_id = ?").param(marked).param(year.value())
				.update();
	}

	private static String[] names(Map<SourcedId, ?> records) {
		return records.keySet().stream().map(SourcedId::value).toArray(String[]::new);
	}

	private static <R> long[] numbers(Collection<R> records, ToLongFunction<R> column) {
		return records.stream().mapToLong(column).toArray();
	}

	private static <R> @Nullable String[] texts(Collection<R> records, Function<R, @Nullable String> column) {
		return records.stream().map(column).toArray(String[]::new);
	}

	private static <R> String[] dates(Collection<R> records, Function<R, LocalDate> column) {
		return records.stream().map(column).map(LocalDate::toString).toArray(String[]::new);
	}
}
