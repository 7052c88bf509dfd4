package org.schoolbell.district.notice;

import java.util.List;
import java.util.Optional;

/**
 * A part of a person's inbox, newest first.
 *
 * @param next after which line the next page begins; empty on the last
 */
public record InboxPage(List<InboxLine> lines, Optional<NoticeId> next) {
	public InboxPage {
		lines = List.copyOf(lines);
	}
}
