package org.schoolbell.district.portal;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the template of the inbox is given.
 *
 * @param unread how many are unread, of the chosen students
 * @param next after which line the next page begins, null on the last
 */
public record InboxView(Reader reader, Filter filter, List<Day> days, int unread, @Nullable UUID next) {
	/** What is shown, as the address says it. */
	public record Filter(@Nullable Long student, boolean unread, @Nullable UUID after) {
		/** @return where this is shown */
		public String address() {
			UriComponentsBuilder address = UriComponentsBuilder.fromPath(NotificationPages.ADDRESS);
			if (student != null) {
				address.queryParam("student", student);
			}
			if (unread) {
				address.queryParam("unread", true);
			}
			if (after != null) {
				address.queryParam("after", after);
			}
			return address.build().toUriString();
		}

		/** @return the same about another student, null for all, from the newest on */
		public Filter about(@Nullable Long other) {
			return new Filter(other, unread, null);
		}

		/** @return the same with what was read, or without it, from the newest on */
		public Filter turned() {
			return new Filter(student, !unread, null);
		}

		/** @return the page after that line */
		public Filter from(@Nullable UUID line) {
			return new Filter(student, unread, line);
		}
	}

	/** The lines of a day. */
	public record Day(String name, List<LineView> lines) {}

	/** @return the newest line that is shown, empty if there is none */
	public String newest() {
		return days.isEmpty() ? "" : days.getFirst().lines().getFirst().line().id().value().toString();
	}
}
