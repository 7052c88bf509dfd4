package org.schoolbell.district.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.roster.Attended;

/**
 * The work of students as portals show it: of the sections where they were on the day that it was due, shown and in use. Whether the calendar and the
 * term are open to portals is for the caller to ask. One statement for any number of students. Thread-safe.
 */
@Repository
public class StudentWork {
	private final JdbcClient jdbc;

	StudentWork(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One student's work on one assignment.
	 *
	 * @param category its title, where it has one
	 * @param score what has been said of it; empty if nothing
	 * @param scoredAt since when the score says so
	 */
	public record Item(PersonId student, Assignment assignment, Optional<String> category, Optional<ScoreValue> score,
			Optional<Instant> scoredAt) {
		/** Without the score, so that none gets into a log by accident. */
		@Override
		public String toString() {
			return "Item[" + assignment.sourcedId() + "]";
		}
	}

	/** @return all work of these stays, the latest due first */
	public List<Item> of(Collection<Attended> stays) {
		return select(stays, "", Map.of());
	}

	/** @return what of it is due from a day on and before another, and what is missing, the latest due first */
	public List<Item> pressing(Collection<Attended> stays, LocalDate from, LocalDate until) {
		return select(stays, "AND (a.due >= :dueFrom AND a.due < :dueUntil OR s.flags & :missing <> 0)",
				Map.of("dueFrom", from, "dueUntil", until, "missing", Flag.toBits(List.of(Flag.MISSING))));
	}

	/** @return the work on one assignment, if it is among that of these stays */
	public Optional<Item> on(AssignmentId assignment, Collection<Attended> stays) {
		return select(stays, "AND a.id = :assignment", Map.of("assignment", assignment.value())).stream().findFirst();
	}

	private List<Item> select(Collection<Attended> stays, String condition, Map<String, Object> parameters) {
		List<Attended> all = List.copyOf(stays);
		return jdbc.sql("""
				SELECT q.student, a.id, a.sourced_id, a.section, a.title, a.term, a.due, a.points_max, a.shown, a.counts, a.active,
					c.title AS category, s.points, s.percent, s.mark, s.flags, s.changed_at
				FROM unnest(:sections::bigint[], :students::bigint[], :from::date[], :until::date[]) AS q(section, student, starts, ends)
				JOIN gradebook.assignment a ON a.section = q.section AND a.due >= q.starts AND a.due < q.ends AND a.shown AND a.active
				LEFT JOIN gradebook.score s ON s.assignment = a.id AND s.student = q.student
				LEFT JOIN gradebook.category c ON c.id = a.category
				WHERE true %s
				ORDER BY a.due DESC, a.id DESC, q.student
				""".formatted(condition)).param("sections", all.stream().mapToLong(stay -> stay.section().id().value()).toArray())
				.param("students", all.stream().mapToLong(stay -> stay.student().value()).toArray())
				.param("from", all.stream().map(stay -> stay.from().toString()).toArray(String[]::new))
				.param("until", all.stream().map(stay -> stay.until().toString()).toArray(String[]::new)).params(parameters)
				.query((row, _) -> item(row)).list();
	}

	private static Item item(ResultSet row) throws SQLException {
		Optional<Instant> scoredAt = Optional.ofNullable(row.getObject("changed_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
		Optional<ScoreValue> score = scoredAt.isEmpty() ? Optional.empty() : Optional.ofNullable(Scores.said(ScoreTable.value(row)));
		return new Item(new PersonId(row.getLong("student")), Assignments.read(row), Optional.ofNullable(row.getString("category")), score,
				scoredAt);
	}
}
