package org.schoolbell.district.preference.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.roster.Guardians;

/**
 * How many guardians a push could reach. Two statements, of which each reads a table of people once: some seconds' work in a district of 300,000 students on
 * a busy machine. So one answer serves everybody for five minutes, and whoever asks while it is being made waits for it. Thread-safe.
 */
@Component
class GuardianReach {
	private static final Duration GOOD_FOR = Duration.ofMinutes(5);

	private final Guardians guardians;
	private final Devices devices;
	private final DistrictZone zone;
	private final InstantSource time;
	private @Nullable Reached latest;

	GuardianReach(Guardians guardians, Devices devices, DistrictZone zone, InstantSource time) {
		this.guardians = guardians;
		this.devices = devices;
		this.zone = zone;
		this.time = time;
	}

	/**
	 * Guardians with portal access to a student who is enrolled today.
	 *
	 * @param reachable those of them who have a device with push on and a live Stay Logged In session
	 */
	record Reached(int reachable, int guardians, Instant at) {}

	synchronized Reached now() {
		Instant now = time.instant();
		Reached known = latest;
		if (known == null || !now.isBefore(known.at().plus(GOOD_FOR))) {
			List<PersonId> all = guardians.withAccess(zone.dateOf(now));
			known = new Reached(devices.reachableAmong(all), all.size(), now);
			latest = known;
		}
		return known;
	}
}
