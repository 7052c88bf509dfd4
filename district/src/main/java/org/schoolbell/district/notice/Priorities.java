package org.schoolbell.district.notice;

import org.schoolbell.wire.Priority;

/** Urgency as the outbox keeps it: 0 HIGH, 1 NORMAL, 2 LOW, so that the most urgent comes first in its key. */
final class Priorities {
	static final int COUNT = 3;

	private Priorities() {
	}

	static Priority of(OutboxKey key) {
		return switch (key.priority()) {
			case 0 -> Priority.HIGH;
			case 1 -> Priority.NORMAL;
			case 2 -> Priority.LOW;
			default -> throw new IllegalStateException("No priority has the number " + key.priority());
		};
	}

	static short number(Priority priority) {
		return switch (priority) {
			case HIGH -> 0;
			case NORMAL -> 1;
			case LOW -> 2;
		};
	}
}
