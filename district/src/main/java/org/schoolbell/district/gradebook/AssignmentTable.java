package org.schoolbell.district.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.AssignmentEdits.Found;
import org.schoolbell.district.roster.SectionId;

/** Assignments as their table keeps them, for those who change them. */
@Repository
class AssignmentTable {
	private static final String FIND = """
			SELECT id, sourced_id, title, category, due, points_max, shown, counts, modified_at
			FROM gradebook.assignment
			WHERE section = ? AND sourced_id = ? AND active
			""";

	private final JdbcClient jdbc;

	AssignmentTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Found> find(SectionId section, SourcedId sourcedId) {
		return jdbc.sql(FIND).param(section.value()).param(sourcedId.value()).query((row, _) -> found(row)).optional();
	}

	/** The same, and until the end of the transaction nobody else changes it. */
	Optional<Found> lock(SectionId section, SourcedId sourcedId) {
		return jdbc.sql(FIND + "FOR NO KEY UPDATE").param(section.value()).param(sourcedId.value()).query((row, _) -> found(row))
				.optional();
	}

	Optional<TermId> termOf(AssignmentId assignment) {
		return jdbc.sql("SELECT term FROM gradebook.assignment WHERE id = ? AND term IS NOT NULL").param(assignment.value())
				.query((row, _) -> new TermId(row.getLong("term"))).optional();
	}

	/** Nothing, if this name is there already. */
	void insert(SourcedId sourcedId, SectionId section, AssignmentDraft draft, Optional<TermId> term, Instant now) {
		jdbc.sql("""
				INSERT INTO gradebook.assignment
					(sourced_id, section, category, term, title, due, points_max, shown, counts, modified_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (sourced_id) DO NOTHING
				""").param(sourcedId.value()).param(section.value()).param(draft.category()).param(number(term)).param(draft.title())
				.param(draft.due()).param(draft.points()).param(draft.shown()).param(draft.counts()).param(now.atOffset(ZoneOffset.UTC))
				.update();
	}

	void update(AssignmentId assignment, AssignmentDraft draft, Optional<TermId> term, Instant now) {
		jdbc.sql("""
				UPDATE gradebook.assignment
				SET category = ?, term = ?, title = ?, due = ?, points_max = ?, shown = ?, counts = ?, modified_at = ?
				WHERE id = ?
				""").param(draft.category()).param(number(term)).param(draft.title()).param(draft.due()).param(draft.points())
				.param(draft.shown()).param(draft.counts()).param(now.atOffset(ZoneOffset.UTC)).param(assignment.value()).update();
	}

	private static @Nullable Long number(Optional<TermId> term) {
		return term.map(TermId::value).orElse(null);
	}

	private static Found found(ResultSet row) throws SQLException {
		return new Found(new AssignmentId(row.getLong("id")), new SourcedId(row.getString("sourced_id")),
				new AssignmentDraft(row.getString("title"), row.getObject("category", Long.class),
						Objects.requireNonNull(row.getObject("due", LocalDate.class)), row.getBigDecimal("points_max"),
						row.getBoolean("shown"), row.getBoolean("counts")),
				Objects.requireNonNull(row.getObject("modified_at", OffsetDateTime.class)).toInstant());
	}
}
