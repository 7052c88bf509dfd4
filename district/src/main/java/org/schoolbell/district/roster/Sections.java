package org.schoolbell.district.roster;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;

/** Answers about sections and who was where, one statement for any number of them. Thread-safe. */
@Repository
public class Sections {
	private final JdbcClient jdbc;

	public Sections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the sections with these ids; unknown ones are missing */
	public Map<SectionId, Section> byId(Collection<SectionId> ids) {
		Map<SectionId, Section> sections = HashMap.newHashMap(ids.size());
		jdbc.sql("""
				SELECT s.id, s.title, s.calendar, ARRAY (SELECT t.term FROM roster.section_term t WHERE t.section = s.id ORDER BY t.term) AS terms
				FROM roster.section s
				WHERE s.id = ANY (?)
				""").param(ids.stream().mapToLong(SectionId::value).toArray()).query(row -> {
			SectionId id = new SectionId(row.getLong("id"));
			sections.put(id,
					new Section(id, row.getString("title"), new CalendarId(row.getLong("calendar")), terms(row.getArray("terms"))));
		});
		return sections;
	}

	/** @return the ids of the sections that the outside knows by these names; unknown ones are missing */
	public Map<SourcedId, SectionId> idsOf(Collection<SourcedId> sourcedIds) {
		Map<SourcedId, SectionId> ids = HashMap.newHashMap(sourcedIds.size());
		jdbc.sql("SELECT sourced_id, id FROM roster.section WHERE sourced_id = ANY (?)")
				.param(sourcedIds.stream().map(SourcedId::value).toArray(String[]::new))
				.query(row -> {
					ids.put(new SourcedId(row.getString("sourced_id")), new SectionId(row.getLong("id")));
				});
		return ids;
	}

	/** @return the names by which the outside knows these sections; unknown ones are missing */
	public Map<SectionId, SourcedId> sourcedIdsOf(Collection<SectionId> ids) {
		Map<SectionId, SourcedId> sourcedIds = HashMap.newHashMap(ids.size());
		jdbc.sql("SELECT id, sourced_id FROM roster.section WHERE id = ANY (?)")
				.param(ids.stream().mapToLong(SectionId::value).toArray())
				.query(row -> {
					sourcedIds.put(new SectionId(row.getLong("id")), new SourcedId(row.getString("sourced_id")));
				});
		return sourcedIds;
	}

	/** @return whether each student was there on that day, by question; of an unknown section or student: neither */
	public Map<Place, Presence> presence(Collection<Place> questions) {
		List<Place> places = List.copyOf(questions);
		List<Presence> answers = new ArrayList<>(places.size());
		jdbc.sql("""
				SELECT s.calendar,
				       EXISTS (SELECT FROM roster.enrollment e
				               WHERE e.calendar = s.calendar AND e.student = q.student AND e.starts <= q.date AND q.date < e.ends) AS enrolled,
				       EXISTS (SELECT FROM roster.class_list l
				               WHERE l.section = q.section AND l.student = q.student AND l.starts <= q.date AND q.date < l.ends) AS on_list
				FROM unnest(?::bigint[], ?::bigint[], ?::date[]) WITH ORDINALITY q (section, student, date, position)
				LEFT JOIN roster.section s ON s.id = q.section
				ORDER BY q.position
				""").param(places.stream().mapToLong(place -> place.section().value()).toArray())
				.param(places.stream().mapToLong(place -> place.student().value()).toArray())
				.param(places.stream().map(place -> place.date().toString()).toArray(String[]::new))
				.query(row -> {
					Optional<CalendarId> calendar = Optional.ofNullable(row.getObject("calendar", Long.class)).map(CalendarId::new);
					answers.add(new Presence(calendar, row.getBoolean("enrolled"), row.getBoolean("on_list")));
				});
		Map<Place, Presence> presence = HashMap.newHashMap(places.size());
		for (int i = 0; i < places.size(); i++) {
			presence.put(places.get(i), answers.get(i));
		}
		return presence;
	}

	/**
	 * Where these students were, are and will be, of every year: the same two things that {@link #presence} asks of a day.
	 *
	 * @return by section title, each stay by itself
	 */
	public List<Attended> attended(Collection<PersonId> students) {
		return jdbc.sql("""
				SELECT l.student, s.id, s.title, s.calendar,
					ARRAY (SELECT t.term FROM roster.section_term t WHERE t.section = s.id ORDER BY t.term) AS terms,
					greatest(l.starts, e.starts) AS starts, least(l.ends, e.ends) AS ends
				FROM roster.class_list l
				JOIN roster.section s ON s.id = l.section
				JOIN roster.enrollment e ON e.student = l.student AND e.calendar = s.calendar AND e.starts < l.ends AND l.starts < e.ends
				WHERE l.student = ANY (?)
				ORDER BY s.title COLLATE "und-x-icu", s.id, starts
				""").param(students.stream().mapToLong(PersonId::value).toArray())
				.query((row, _) -> new Attended(new PersonId(row.getLong("student")),
						new Section(new SectionId(row.getLong("id")), row.getString("title"), new CalendarId(row.getLong("calendar")),
								terms(row.getArray("terms"))),
						Objects.requireNonNull(row.getObject("starts", LocalDate.class)),
						Objects.requireNonNull(row.getObject("ends", LocalDate.class))))
				.list();
	}

	/** @return those of these that the section's class list has held at any time: past, present or to come */
	public Set<Listing> everListed(Collection<Listing> questions) {
		List<Listing> listings = List.copyOf(questions);
		Set<Listing> listed = HashSet.newHashSet(listings.size());
		jdbc.sql("""
				SELECT q.section, q.student
				FROM unnest(?::bigint[], ?::bigint[]) q (section, student)
				WHERE EXISTS (SELECT FROM roster.class_list l WHERE l.section = q.section AND l.student = q.student)
				""").param(listings.stream().mapToLong(listing -> listing.section().value()).toArray())
				.param(listings.stream().mapToLong(listing -> listing.student().value()).toArray()).query(row -> {
					listed.add(new Listing(new SectionId(row.getLong("section")), new PersonId(row.getLong("student"))));
				});
		return listed;
	}

	private static List<TermId> terms(Array terms) throws SQLException {
		return Stream.of((Long[]) terms.getArray()).map(TermId::new).toList();
	}
}
