package org.schoolbell.district.decision;

import java.time.Duration;
import java.time.Instant;

import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;

/** Until when a phone needs to hear of an event. */
public final class Expiry {
	private static final Duration OF_SCORES = Duration.ofDays(3);

	private Expiry() {
	}

	/** @return the first moment at which a push of this event is too old, which is also its {@code expiresAt} */
	public static Instant of(SchoolEvent event) {
		return switch (event) {
			case ScoreChanged score -> score.at().plus(OF_SCORES);
		};
	}
}
