package org.schoolbell.district.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.schoolbell.district.event.EventId;

/**
 * Some traces, newest event first, each event's rounds in order.
 *
 * @param next where the next page begins; empty on the last
 */
public record TracePage(List<Trace> traces, Optional<Cursor> next) {
	public TracePage {
		traces = List.copyOf(traces);
	}

	/** The last trace of a page. */
	public record Cursor(EventId event, int round) {
		/** @throws IllegalArgumentException if the text is no cursor */
		public static Cursor parse(String text) {
			int dot = text.indexOf('.');
			if (dot < 0) {
				throw new IllegalArgumentException("A cursor is what a page gave as next");
			}
			return new Cursor(new EventId(UUID.fromString(text.substring(0, dot))), Integer.parseInt(text.substring(dot + 1)));
		}

		@Override
		public String toString() {
			return event.value() + "." + round;
		}
	}
}
