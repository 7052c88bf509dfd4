package org.schoolbell.district.device;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code schoolbell.stay-logged-in.*}: for how long somebody stays logged in on a device. A shorter time holds for a session from its next use
 * on.
 *
 * @param idle without using it, an hour to 400 days (browsers keep no cookie for longer); getting a push is no use
 * @param absolute however much it is used, idle at least, 5 years at most
 */
@ConfigurationProperties("schoolbell.stay-logged-in")
public record StaySettings(Duration idle, Duration absolute) {
	private static final Duration LEAST = Duration.ofHours(1);
	private static final Duration MOST_IDLE = Duration.ofDays(400);
	private static final Duration MOST = Duration.ofDays(5 * 366);

	/** @throws IllegalArgumentException if one is out of range */
	public StaySettings {
		check("idle", idle, LEAST, MOST_IDLE);
		check("absolute", absolute, idle, MOST);
	}

	/** @return until when a session lives that began and was last used then */
	Instant expiry(Instant began, Instant used) {
		Instant unused = used.plus(idle);
		Instant old = began.plus(absolute);
		return unused.isBefore(old) ? unused : old;
	}

	private static void check(String name, Duration value, Duration least, Duration most) {
		if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
			throw new IllegalArgumentException(
					"schoolbell.stay-logged-in." + name + " is " + least + " to " + most + " here, not " + value);
		}
	}
}
