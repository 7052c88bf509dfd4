package org.schoolbell.district.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import org.schoolbell.district.event.EventId;
import org.schoolbell.district.text.Rendered;

/**
 * A line of an inbox with what its reader has done and what has become of it.
 *
 * @param correctedAt since when what it says is no longer true
 */
record InboxRow(NoticeLine line, EventId event, Optional<Instant> readAt, Optional<Instant> correctedAt) {
	/** For a {@code SELECT} from the notices as {@code n} that is to be read with {@link #read}. */
	static final String COLUMNS = NoticeLine.COLUMNS + ", n.event, n.read_at, n.corrected_at";

	static InboxRow read(ResultSet row) throws SQLException {
		return new InboxRow(NoticeLine.read(row), new EventId(row.getObject("event", UUID.class)), moment(row, "read_at"),
				moment(row, "corrected_at"));
	}

	NoticeId id() {
		return new NoticeId(line.key().id());
	}

	InboxLine said(Rendered text) {
		return new InboxLine(id(), line.key().person(), line.student(), line.kind(), line.subject(), text.title(), text.body(),
				InboxLine.LINKS + line.key().id(), id().time(), readAt, correctedAt);
	}

	private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}
}
