package org.schoolbell.district.oneroster.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.calendar.TermName;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.StoredLineItem;
import org.schoolbell.district.gradebook.StoredResult;
import org.schoolbell.district.oneroster.ScoreStatus;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Section;
import org.schoolbell.district.roster.SectionId;
import org.schoolbell.district.roster.Sections;

/** Shapes records as the specification has them. What they refer to is looked up for a whole page at once. Thread-safe. */
@Component
class Shapes {
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

	private final Sections sections;
	private final Calendars calendars;
	private final People people;
	private final DistrictZone zone;

	Shapes(Sections sections, Calendars calendars, People people, DistrictZone zone) {
		this.sections = sections;
		this.calendars = calendars;
		this.people = people;
		this.zone = zone;
	}

	List<LineItem> lineItems(Collection<StoredLineItem> records) {
		List<SectionId> sectionIds = records.stream().map(StoredLineItem::section).distinct().toList();
		Map<SectionId, SourcedId> names = sections.sourcedIdsOf(sectionIds);
		Map<SectionId, Section> details = sections.byId(sectionIds);
		Map<CalendarId, SourcedId> schools = calendars.schoolsOf(details.values().stream().map(Section::calendar).distinct().toList());
		Map<TermId, TermName> terms = calendars.namesOf(records.stream().flatMap(record -> record.term().stream()).distinct().toList());
		return records.stream().map(record -> {
			Section section = details.get(record.section());
			return lineItem(record, names.get(record.section()), section == null ? null : schools.get(section.calendar()),
					record.term().flatMap(id -> Optional.ofNullable(terms.get(id))));
		}).toList();
	}

	private LineItem lineItem(StoredLineItem record, @Nullable SourcedId section, @Nullable SourcedId school, Optional<TermName> term) {
		LocalDate assigned = record.assigned();
		return new LineItem(record.sourcedId().value(), record.active() ? "active" : "tobedeleted", MOMENT.format(record.modifiedAt()),
				Map.of("shown", word(record.shown()), "counts", word(record.counts())), record.title(), record.description(),
				startOf(assigned == null ? record.due() : assigned), startOf(record.due()),
				section == null ? null : Reference.section(section),
				school == null ? null : Reference.school(school), record.category().map(Reference::category).orElse(null),
				session(term.filter(TermName::gradingPeriod)), session(term.filter(name -> !name.gradingPeriod())), record.pointsMin(),
				record.pointsMax());
	}

	List<Result> results(Collection<StoredResult> records) {
		Map<SectionId, SourcedId> sectionNames = sections.sourcedIdsOf(records.stream().map(StoredResult::section).distinct().toList());
		Map<PersonId, SourcedId> students = people.sourcedIdsOf(records.stream().map(StoredResult::student).distinct().toList());
		return records.stream().map(record -> result(record, sectionNames.get(record.section()), students.get(record.student()))).toList();
	}

	private Result result(StoredResult record, @Nullable SourcedId section, @Nullable SourcedId student) {
		LocalDate scoredOn = record.scoredOn() == null ? zone.dateOf(record.modifiedAt()) : record.scoredOn();
		String comment = record.comment();
		return new Result(record.sourcedId().value(), "active", MOMENT.format(record.modifiedAt()),
				Map.of("cheated", flag(record, Flag.CHEATED), "dropped", flag(record, Flag.DROPPED)), Reference.lineItem(record.lineItem()),
				student == null ? null : Reference.student(student), section == null ? null : Reference.section(section),
				ScoreStatus.of(record.value()).word(), record.value().points(), record.value().mark(), scoredOn.toString(),
				comment == null || comment.isEmpty() ? null : comment, word(record.inProgress()), flag(record, Flag.INCOMPLETE),
				flag(record, Flag.LATE), flag(record, Flag.MISSING));
	}

	private static @Nullable Reference session(Optional<TermName> term) {
		return term.map(TermName::sourcedId).map(Reference::session).orElse(null);
	}

	/** A day of the district is, in the specification, the moment at which it begins. */
	private String startOf(LocalDate day) {
		Instant start = day.atStartOfDay(zone.zone()).toInstant();
		return MOMENT.format(start);
	}

	private static String flag(StoredResult record, Flag flag) {
		return word(record.value().flags().contains(flag));
	}

	private static String word(boolean truth) {
		return Boolean.toString(truth);
	}
}
