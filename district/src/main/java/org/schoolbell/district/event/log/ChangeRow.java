package org.schoolbell.district.event.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;

/** An event as a row of the log. */
record ChangeRow(SchoolEvent event, long record, @Nullable String before, @Nullable String after) {
	static ChangeRow of(SchoolEvent event) {
		return switch (event) {
			case ScoreChanged score -> new ChangeRow(score, score.assignment().value(), StoredScore.write(score.before()),
					StoredScore.write(score.after()));
		};
	}

	static SchoolEvent read(ResultSet row) throws SQLException {
		EventId id = new EventId(row.getObject("id", UUID.class));
		PersonId root = new PersonId(row.getLong("root"));
		Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
		Kind kind = Kind.ofCode(row.getInt("kind"));
		return switch (kind) {
			case ASSIGNMENTS ->
				new ScoreChanged(id, root, new AssignmentId(row.getLong("record")), StoredScore.read(row.getString("before")),
						StoredScore.read(row.getString("after")), actor(row), at, row.getBoolean("silent"));
			case GRADES, ATTENDANCE, LUNCH_BALANCE, RESPONSIVE_SCHEDULE -> throw new IllegalStateException(
					"The log holds a change of kind " + kind + ", which a newer server must have written");
		};
	}

	private static @Nullable PersonId actor(ResultSet row) throws SQLException {
		long actor = row.getLong("actor");
		return row.wasNull() ? null : new PersonId(actor);
	}
}
