package org.schoolbell.district.notice;

import java.util.UUID;

import org.schoolbell.district.event.SchoolEvent;

/** A push's place on the phone: a newer push of the same slot replaces the older. */
final class Slots {
	private Slots() {
	}

	static UUID of(SchoolEvent event) {
		return event.subject().value();
	}
}
