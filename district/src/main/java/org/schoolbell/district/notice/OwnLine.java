package org.schoolbell.district.notice;

import java.util.Optional;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;

/**
 * What a line of an inbox rests on.
 *
 * @param event that it tells of
 * @param assignment whose score it is
 * @param score as it was told; empty where a correction says that there is none any more, or may not say it
 * @param correction whether it says that an earlier line is no longer true
 * @param said the line; empty where the school does not show the record any more
 */
public record OwnLine(NoticeId id, EventId event, PersonId student, AssignmentId assignment, Optional<ScoreValue> score,
		boolean correction, Optional<InboxLine> said) {
	/** Without the score, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "OwnLine[" + id.value() + "]";
	}
}
