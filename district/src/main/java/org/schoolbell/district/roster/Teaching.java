package org.schoolbell.district.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;

/**
 * Who teaches whom. A section is looked at on the day in question or, before it begins and after it has ended, on its first or last day: so its teachers
 * can prepare it and put it right afterwards, and who left it before has no part in it. Thread-safe.
 */
@Repository
public class Teaching {
	private static final String SECTION = """
			SELECT s.id, s.sourced_id, s.title, s.code, s.calendar,
				ARRAY (SELECT t.term FROM roster.section_term t WHERE t.section = s.id ORDER BY t.term) AS terms
			FROM roster.section s
			""";
	/** The day on which a section is looked at, as {@code d}. */
	private static final String ON_DAY = """
			CROSS JOIN LATERAL (SELECT greatest(min(p.starts), least(max(p.ends) - 1, ?)) AS day
				FROM (SELECT starts, ends FROM roster.class_list WHERE section = s.id
				      UNION ALL SELECT starts, ends FROM roster.section_teacher WHERE section = s.id) p) d
			""";
	private static final String TAUGHT = """
			WHERE EXISTS (SELECT FROM roster.section_teacher t
				WHERE t.section = s.id AND t.teacher = ? AND t.starts <= d.day AND d.day < t.ends)
			""";

	private final JdbcClient jdbc;

	Teaching(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the sections of all years that this person teaches, with others or alone, by title */
	public List<TaughtSection> sectionsOf(PersonId teacher, LocalDate today) {
		return jdbc.sql(SECTION + ON_DAY + TAUGHT
				+ "AND s.id IN (SELECT section FROM roster.section_teacher WHERE teacher = ?) ORDER BY s.title COLLATE \"und-x-icu\", s.code, s.id")
				.param(today).param(teacher.value()).param(teacher.value()).query((row, _) -> section(row)).list();
	}

	/** @return whether this person teaches the section */
	public boolean teaches(PersonId teacher, SectionId section, LocalDate today) {
		return jdbc.sql("SELECT EXISTS (" + SECTION + ON_DAY + TAUGHT + "AND s.id = ?)").param(today).param(teacher.value())
				.param(section.value()).query(Boolean.class).single();
	}

	/** @return the section of this name, whoever teaches it */
	public Optional<TaughtSection> section(SourcedId sourcedId) {
		return jdbc.sql(SECTION + "WHERE s.sourced_id = ?").param(sourcedId.value()).query((row, _) -> section(row)).optional();
	}

	/** @return the class list, by the names as they are shown */
	public List<ListedStudent> students(SectionId section, LocalDate today) {
		return jdbc.sql("""
				SELECT p.id, p.sourced_id, n.name
				FROM roster.section s
				%s
				JOIN roster.person p ON p.id IN
					(SELECT l.student FROM roster.class_list l WHERE l.section = s.id AND l.starts <= d.day AND d.day < l.ends)
				CROSS JOIN LATERAL (SELECT coalesce(p.preferred_given_name, p.given_name) || ' ' || p.family_name AS name) n
				WHERE s.id = ?
				ORDER BY n.name COLLATE "und-x-icu", p.id
				""".formatted(ON_DAY)).param(today).param(section.value())
				.query((row, _) -> new ListedStudent(new PersonId(row.getLong("id")), new SourcedId(row.getString("sourced_id")),
						row.getString("name")))
				.list();
	}

	private static TaughtSection section(ResultSet row) throws SQLException {
		return new TaughtSection(new SectionId(row.getLong("id")), new SourcedId(row.getString("sourced_id")), row.getString("title"),
				Optional.ofNullable(row.getString("code")), new CalendarId(row.getLong("calendar")),
				Stream.of((Long[]) row.getArray("terms").getArray()).map(TermId::new).toList());
	}
}
