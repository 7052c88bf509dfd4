package org.schoolbell.district.gradebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;

/** What has been said of a student's work lately, whether or not families may see it. Thread-safe. */
@Repository
public class RecentScores {
	private final JdbcClient jdbc;

	RecentScores(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A score as it is now.
	 *
	 * @param by who said so; empty for an integration or an import
	 * @param at since when it says so
	 * @param scoredOn the day that its writer gave it; empty where none was given
	 */
	public record Recent(AssignmentId assignment, ScoreValue value, Optional<PersonId> by, Instant at, Optional<LocalDate> scoredOn) {
		/** Without the score, so that none gets into a log by accident. */
		@Override
		public String toString() {
			return "Recent[" + assignment.value() + "]";
		}
	}

	/**
	 * In one statement. A score whose writer says that it is of an earlier day is not recent, however late it came: the first load of a district brings the
	 * scores of a whole year in one night.
	 *
	 * @return those that say something, and say it since this moment, the latest first
	 */
	public List<Recent> of(PersonId student, Instant since, LocalDate sinceDay) {
		return jdbc.sql("""
				SELECT assignment, points, percent, mark, flags, changed_by, changed_at, scored_on
				FROM gradebook.score
				WHERE student = ? AND changed_at >= ? AND coalesce(scored_on >= ?, true)
				ORDER BY changed_at DESC, assignment DESC
				""").param(student.value()).param(since.atOffset(ZoneOffset.UTC)).param(sinceDay).query((row, _) -> new Recent(
				new AssignmentId(row.getLong("assignment")), ScoreTable.value(row),
				Optional.ofNullable(row.getObject("changed_by", Long.class)).map(PersonId::new),
				Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class)).toInstant(),
				Optional.ofNullable(row.getObject("scored_on", LocalDate.class)))).stream()
				.filter(recent -> Scores.said(recent.value()) != null).toList();
	}
}
