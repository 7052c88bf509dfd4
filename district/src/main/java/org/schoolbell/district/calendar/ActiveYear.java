package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.staging.Remark;
import org.schoolbell.district.staging.StagedLine;

/**
 * Which school year is Active: the one that the source marks; where it marks none, or never did, the one that holds the day, the file's own years first; else the
 * latest, with a warning.
 */
final class ActiveYear {
	private static final String COLUMN = "metadata.active";

	private final Map<SourcedId, SchoolYear> years;
	private final LocalDate today;
	private final Choice before;

	/**
	 * @param years those that stay
	 * @param before what was Active until now
	 */
	ActiveYear(Map<SourcedId, SchoolYear> years, LocalDate today, Choice before) {
		this.years = years;
		this.today = today;
		this.before = before;
	}

	/** Why a year is Active. */
	enum Reason {
		MARKED, HOLDS_TODAY, LATEST
	}

	/** The choice, and what it rests on. */
	record Choice(Optional<SourcedId> year, Reason reason) {}

	/**
	 * @param named the years of which the file speaks, by its first line about each
	 * @param whole whether the file says all that there is; if not, a mark of an earlier one holds until it is taken back or given to another year
	 * @throws TwoActiveYearsException if there would be two
	 */
	Choice choose(Map<SourcedId, StagedLine<SessionRecord>> named, boolean whole) {
		List<SourcedId> marked = named.entrySet().stream().filter(year -> mark(year.getKey(), year.getValue()).orElse(false))
				.map(Map.Entry::getKey).toList();
		if (!marked.isEmpty()) {
			return new Choice(only(marked, named, COLUMN, "true"), Reason.MARKED);
		}
		if (!whole && keepsItsMark(named)) {
			return before;
		}
		Optional<SourcedId> current = only(holdingToday(named.keySet()), named, "startDate", today.toString())
				.or(() -> only(holdingToday(years.keySet()), named, "startDate", today.toString()));
		if (current.isPresent()) {
			return new Choice(current, Reason.HOLDS_TODAY);
		}
		return years.isEmpty() ? before : new Choice(latest(), Reason.LATEST);
	}

	private boolean keepsItsMark(Map<SourcedId, StagedLine<SessionRecord>> named) {
		return before.reason() == Reason.MARKED && before.year().filter(years::containsKey)
				.filter(year -> mark(year, named.get(year)).orElse(true)).isPresent();
	}

	/** @return what the line says of the year itself; empty where it is of one of its terms, or does not say */
	private static Optional<Boolean> mark(SourcedId year, @Nullable StagedLine<SessionRecord> line) {
		return Optional.ofNullable(line).filter(own -> own.sourcedId().equals(year)).map(StagedLine::record).map(SessionRecord::active);
	}

	private List<SourcedId> holdingToday(Set<SourcedId> among) {
		return years.entrySet().stream().filter(year -> among.contains(year.getKey()) && year.getValue().holds(today))
				.map(Map.Entry::getKey).toList();
	}

	private Optional<SourcedId> only(List<SourcedId> candidates, Map<SourcedId, StagedLine<SessionRecord>> named, String column,
			String value) {
		if (candidates.size() <= 1) {
			return candidates.stream().findFirst();
		}
		long line = candidates.stream().skip(1).map(named::get).filter(Objects::nonNull).mapToLong(StagedLine::line).findFirst().orElse(1);
		String titles = candidates.stream().map(years::get).map(SchoolYear::title).collect(Collectors.joining(" and "));
		String problem = column.equals(COLUMN)
				? "more than one school year is marked Active: " + titles
				: "the day lies in more than one school year: " + titles;
		throw new TwoActiveYearsException(
				new Remark(line, column, value, problem, "one school year with " + COLUMN + " true, the others false"));
	}

	private Optional<SourcedId> latest() {
		return years.entrySet().stream().max(Comparator.comparing(year -> year.getValue().ends())).map(Map.Entry::getKey);
	}
}
