package org.schoolbell.district.notice;

import java.util.List;
import java.util.Optional;

/**
 * A part of a person's inbox as the portal shows it, newest first.
 *
 * @param next after which line the next page begins; empty on the last
 */
public record FamilyPage(List<Told> lines, Optional<NoticeId> next) {
	public FamilyPage {
		lines = List.copyOf(lines);
	}

	/**
	 * What was told of one subject.
	 *
	 * @param latest what was told last
	 * @param earlier what had been told before it, newest first
	 */
	public record Told(InboxLine latest, List<InboxLine> earlier) {
		public Told {
			earlier = List.copyOf(earlier);
		}
	}
}
