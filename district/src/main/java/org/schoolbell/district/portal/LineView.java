package org.schoolbell.district.portal;

import java.util.List;
import java.util.function.Function;

import org.schoolbell.district.notice.FamilyPage;
import org.schoolbell.district.notice.InboxLine;

/**
 * What a page shows of a subject that was told.
 *
 * @param earlier what had been told before, newest first
 */
public record LineView(InboxLine line, Moment at, List<Earlier> earlier) {
	private static final int MOST_EARLIER = 5;

	/** An older line of the same subject. */
	public record Earlier(InboxLine line, Moment at) {}

	static LineView of(FamilyPage.Told told, Function<InboxLine, Moment> latest, Function<InboxLine, Moment> older) {
		return new LineView(told.latest(), latest.apply(told.latest()),
				told.earlier().stream().limit(MOST_EARLIER).map(line -> new Earlier(line, older.apply(line))).toList());
	}

	/** @return what texts, icons and colours call its kind */
	public String kind() {
		return switch (line.kind()) {
			case ASSIGNMENTS -> "assignments";
			case GRADES -> "grades";
			case ATTENDANCE -> "attendance";
			case LUNCH_BALANCE -> "lunch";
			case RESPONSIVE_SCHEDULE -> "responsive";
		};
	}

	/** @return whether its reader has not seen it yet */
	public boolean unread() {
		return line.readAt().isEmpty();
	}

	/** @return whether what it says is no longer true, or was something else before */
	public boolean corrected() {
		return line.correctedAt().isPresent();
	}

	/** @return where the question why it came is answered */
	public String why() {
		return NotificationPages.ADDRESS + "/" + line.id().value() + "/why";
	}

	/** @return what marks it as read */
	public String read() {
		return NotificationPages.ADDRESS + "/" + line.id().value() + "/read";
	}
}
