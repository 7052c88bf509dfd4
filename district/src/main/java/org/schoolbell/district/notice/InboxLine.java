package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

/**
 * A line of a person's inbox, in the person's language and with the names of now.
 *
 * @param link a path of the portal
 * @param at when it happened
 * @param correctedAt since when what it says is no longer true
 */
public record InboxLine(NoticeId id, PersonId person, PersonId student, Kind kind, UUID subject, String title, String body, String link,
		Instant at, Optional<Instant> readAt, Optional<Instant> correctedAt) {
	/** What every {@link #link} begins with; the line's id follows. */
	public static final String LINKS = "/n/";

	/** Without the texts, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "InboxLine[" + id.value() + "]";
	}
}
