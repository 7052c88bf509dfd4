package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.staging.Remark;
import org.schoolbell.district.staging.StagedLine;

/**
 * Which school year is Active: the one that the source marks; without a mark the one that holds the day, the file's own years first; else the latest, with a
 * warning.
 */
final class ActiveYear {
	private static final String COLUMN = "metadata.active";

	private final Map<SourcedId, SchoolYear> years;
	private final LocalDate today;

	ActiveYear(Map<SourcedId, SchoolYear> years, LocalDate today) {
		this.years = years;
		this.today = today;
	}

	/** The choice, and whether the day had no part in it. */
	record Choice(Optional<SourcedId> year, boolean holdsToday) {}

	/**
	 * @param named the years of which the file speaks, by its first line about each
	 * @throws TwoActiveYearsException if there would be two
	 */
	Choice choose(Map<SourcedId, StagedLine<SessionRecord>> named) {
		List<SourcedId> marked = named.entrySet().stream().filter(year -> isMarked(year.getValue(), year.getKey())).map(Map.Entry::getKey)
				.toList();
		if (!marked.isEmpty()) {
			return new Choice(only(marked, named, COLUMN, "true"), true);
		}
		Optional<SourcedId> today = only(holdingToday(named.keySet()), named, "startDate", this.today.toString())
				.or(() -> only(holdingToday(years.keySet()), named, "startDate", this.today.toString()));
		return today.isPresent() ? new Choice(today, true) : new Choice(latest(), false);
	}

	private static boolean isMarked(StagedLine<SessionRecord> line, SourcedId year) {
		return line.record() != null && line.sourcedId().equals(year) && line.record().active();
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
		StagedLine<SessionRecord> second = named.getOrDefault(candidates.get(1), named.values().iterator().next());
		String titles = candidates.stream().map(years::get).map(SchoolYear::title).collect(Collectors.joining(" and "));
		String problem = column.equals(COLUMN)
				? "more than one school year is marked Active: " + titles
				: "the day lies in more than one school year: " + titles;
		throw new TwoActiveYearsException(
				new Remark(second.line(), column, value, problem, "one school year with " + COLUMN + " true, the others false"));
	}

	private Optional<SourcedId> latest() {
		return years.entrySet().stream().max(Comparator.comparing(year -> year.getValue().ends())).map(Map.Entry::getKey);
	}
}
