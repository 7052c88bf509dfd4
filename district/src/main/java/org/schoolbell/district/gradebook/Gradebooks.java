package org.schoolbell.district.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.roster.SectionId;

/** Shows the gradebooks whole, for other systems: one record, or a page of them. Thread-safe. */
@Repository
public class Gradebooks {
	private static final String LINE_ITEM = """
			SELECT a.sourced_id, a.section, c.sourced_id AS category, a.term, a.title, a.description, a.assigned, a.due, a.points_min,
				a.points_max, a.shown, a.counts, a.active, a.modified_at
			FROM gradebook.assignment a LEFT JOIN gradebook.category c ON c.id = a.category
			""";
	private static final String RESULT = """
			SELECT s.sourced_id, a.sourced_id AS line_item, a.section, s.student, s.points, s.percent, s.mark, s.flags, s.in_progress,
				s.comment, s.scored_on, s.modified_at
			FROM gradebook.score s JOIN gradebook.assignment a ON a.id = s.assignment
			""";

	private final JdbcClient jdbc;

	Gradebooks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the assignment of this name */
	public Optional<StoredLineItem> lineItem(SourcedId sourcedId) {
		return jdbc.sql(LINE_ITEM + "WHERE a.sourced_id = ?").param(sourcedId.value()).query((row, _) -> lineItem(row)).optional();
	}

	/** @return the score of this name */
	public Optional<StoredResult> result(SourcedId sourcedId) {
		return jdbc.sql(RESULT + "WHERE s.sourced_id = ?").param(sourcedId.value()).query((row, _) -> result(row)).optional();
	}

	/** @return assignments, those out of use too */
	@Transactional(readOnly = true)
	public GradebookPage<StoredLineItem> lineItems(int limit, long offset) {
		return page(LINE_ITEM + "ORDER BY a.sourced_id LIMIT ? OFFSET ?", "SELECT count(*) FROM gradebook.assignment", limit, offset,
				(row, _) -> lineItem(row));
	}

	/** @return scores */
	@Transactional(readOnly = true)
	public GradebookPage<StoredResult> results(int limit, long offset) {
		return page(RESULT + "ORDER BY s.sourced_id LIMIT ? OFFSET ?", "SELECT count(*) FROM gradebook.score", limit, offset,
				(row, _) -> result(row));
	}

	private <T> GradebookPage<T> page(String records, String count, int limit, long offset, RowMapper<T> mapper) {
		List<T> page = jdbc.sql(records).param(limit).param(offset).query(mapper).list();
		return new GradebookPage<>(page, jdbc.sql(count).query(Long.class).single());
	}

	private static StoredLineItem lineItem(ResultSet row) throws SQLException {
		return new StoredLineItem(new SourcedId(row.getString("sourced_id")), new SectionId(row.getLong("section")),
				Optional.ofNullable(row.getString("category")).map(SourcedId::new),
				Optional.ofNullable(row.getObject("term", Long.class)).map(TermId::new), row.getString("title"),
				row.getString("description"), row.getObject("assigned", LocalDate.class),
				Objects.requireNonNull(row.getObject("due", LocalDate.class)), row.getBigDecimal("points_min"),
				row.getBigDecimal("points_max"), row.getBoolean("shown"), row.getBoolean("counts"), row.getBoolean("active"),
				modifiedAt(row));
	}

	private static StoredResult result(ResultSet row) throws SQLException {
		return new StoredResult(new SourcedId(row.getString("sourced_id")), new SourcedId(row.getString("line_item")),
				new SectionId(row.getLong("section")), new PersonId(row.getLong("student")), ScoreTable.value(row),
				row.getBoolean("in_progress"), row.getString("comment"), row.getObject("scored_on", LocalDate.class), modifiedAt(row));
	}

	private static Instant modifiedAt(ResultSet row) throws SQLException {
		return Objects.requireNonNull(row.getObject("modified_at", OffsetDateTime.class)).toInstant();
	}
}
