package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.staging.StagedLine;

/**
 * Plans school years and terms. A school year is a session of that type without a parent. A term belongs to the year above it; without one to the year that
 * holds its dates; without such sessions the {@code schoolYear} column groups terms into years. Pure but for the ids that it draws.
 */
final class SessionPlanner {
	private final Planned<SchoolYear> years;
	private final Planned<Term> terms;
	private final LongSupplier yearIds;
	private final LongSupplier termIds;
	private final LineOutcomes outcomes = new LineOutcomes();
	private final Map<SourcedId, StagedLine<SessionRecord>> lines = new LinkedHashMap<>();
	private final Set<SourcedId> leaving = new HashSet<>();
	private final Map<Long, SourcedId> nameOfYear = new HashMap<>();
	private final Map<SourcedId, TermId> idOfTerm = new HashMap<>();
	/** The years that the file speaks of, by its first line about each. */
	private final Map<SourcedId, StagedLine<SessionRecord>> named = new LinkedHashMap<>();

	SessionPlanner(Map<SourcedId, SchoolYear> years, Map<SourcedId, Term> terms, LongSupplier yearIds, LongSupplier termIds) {
		this.years = new Planned<>(years);
		this.terms = new Planned<>(terms);
		this.yearIds = yearIds;
		this.termIds = termIds;
		years.forEach((sourcedId, year) -> nameOfYear.put(year.id(), sourcedId));
		terms.forEach((sourcedId, term) -> idOfTerm.put(sourcedId, term.id()));
	}

	void plan(List<StagedLine<SessionRecord>> file) {
		file.forEach(this::accept);
		Map<SourcedId, SessionRecord> ofTerms = new LinkedHashMap<>();
		lines.forEach((sourcedId, line) -> {
			SessionRecord session = line.record();
			if (session == null) {
				outcomes.kept(line);
			} else if (session.isSchoolYear()) {
				year(line, session);
			} else if (session.isUnusable()) {
				unusable(line, session);
			} else {
				ofTerms.put(sourcedId, session);
				idOfTerm.computeIfAbsent(sourcedId, _ -> new TermId(termIds.getAsLong()));
			}
		});
		Map<SourcedId, SourcedId> yearOf = yearsOf(ofTerms);
		ofTerms.forEach((sourcedId, session) -> term(lines.get(sourcedId), session, yearOf.get(sourcedId)));
	}

	private void accept(StagedLine<SessionRecord> line) {
		if (lines.putIfAbsent(line.sourcedId(), line) != null) {
			outcomes.repeated(line);
		} else if (line.record() == null) {
			leaving.add(line.sourcedId());
		}
	}

	private void year(StagedLine<SessionRecord> line, SessionRecord session) {
		named.put(line.sourcedId(), line);
		boolean isNew = !years.has(line.sourcedId());
		outcomes.written(isNew, putYear(line.sourcedId(), session.title(), session.starts(), session.ends()));
	}

	private boolean putYear(SourcedId sourcedId, String title, LocalDate starts, LocalDate ends) {
		long id = years.get(sourcedId).map(SchoolYear::id).orElseGet(yearIds::getAsLong);
		nameOfYear.put(id, sourcedId);
		return years.put(sourcedId, new SchoolYear(id, title, starts, ends));
	}

	private void unusable(StagedLine<SessionRecord> line, SessionRecord session) {
		outcomes.ignored();
		if (session.parent() != null) {
			outcomes.warn(line.line(), "parentSourcedId", session.parent(), "a school year inside another session cannot be used",
					"a session of type schoolYear without a parent");
		}
	}

	private Map<SourcedId, SourcedId> yearsOf(Map<SourcedId, SessionRecord> ofTerms) {
		Map<SourcedId, SourcedId> yearOf = new HashMap<>();
		YearGroups groups = new YearGroups();
		ofTerms.forEach((sourcedId, session) -> {
			SourcedId year = yearAbove(session).or(() -> yearAround(session)).orElseGet(() -> groups.add(session));
			yearOf.put(sourcedId, year);
			named.putIfAbsent(year, lines.get(sourcedId));
		});
		terms.all().forEach((sourcedId, term) -> {
			if (!ofTerms.containsKey(sourcedId)) {
				groups.widen(nameOfYear.get(term.year()), term.starts(), term.ends());
			}
		});
		groups.spans().forEach((sourcedId, span) -> putYear(sourcedId, span.title(), span.starts(), span.ends()));
		return yearOf;
	}

	private Optional<SourcedId> yearAbove(SessionRecord session) {
		Set<SourcedId> seen = new HashSet<>();
		SourcedId above = session.parent();
		while (above != null && seen.add(above) && !leaving.contains(above)) {
			if (years.has(above)) {
				return Optional.of(above);
			}
			StagedLine<SessionRecord> line = lines.get(above);
			if (line == null) {
				return terms.get(above).map(term -> nameOfYear.get(term.year()));
			}
			above = line.record() == null ? null : line.record().parent();
		}
		return Optional.empty();
	}

	private Optional<SourcedId> yearAround(SessionRecord session) {
		return years.all().entrySet().stream().filter(year -> !YearGroups.isGroup(year.getKey()) && !leaving.contains(year.getKey()))
				.filter(year -> !session.starts().isBefore(year.getValue().starts()) && !session.ends().isAfter(year.getValue().ends()))
				.min(Comparator.comparing(year -> year.getValue().starts())).map(Map.Entry::getKey);
	}

	private void term(@Nullable StagedLine<SessionRecord> line, SessionRecord session, @Nullable SourcedId yearName) {
		if (line == null || yearName == null) {
			throw new IllegalStateException("A term has no line or year");
		}
		long year = years.get(yearName).orElseThrow().id();
		boolean isNew = !terms.has(line.sourcedId());
		Term term = new Term(idOfTerm.getOrDefault(line.sourcedId(), new TermId(0)), session.title(), session.type(), year,
				parent(line, session), session.starts(), session.ends());
		outcomes.written(isNew, terms.put(line.sourcedId(), term));
	}

	private @Nullable TermId parent(StagedLine<SessionRecord> line, SessionRecord session) {
		SourcedId parent = session.parent();
		if (parent == null || years.has(parent)) {
			return null;
		}
		TermId id = idOfTerm.get(parent);
		if (id == null || leaving.contains(parent) || parent.equals(line.sourcedId())) {
			outcomes.warn(line.line(), "parentSourcedId", parent, "no session that can be used has this sourcedId",
					"the sourcedId of a session above this one, or nothing");
			return null;
		}
		return id;
	}

	Planned<SchoolYear> years() {
		return years;
	}

	Planned<Term> terms() {
		return terms;
	}

	Set<SourcedId> leaving() {
		return leaving;
	}

	Map<SourcedId, StagedLine<SessionRecord>> named() {
		return named;
	}

	LineOutcomes outcomes() {
		return outcomes;
	}
}
