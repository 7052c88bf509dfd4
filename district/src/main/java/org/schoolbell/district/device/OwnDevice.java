package org.schoolbell.district.device;

import java.time.Instant;
import java.util.Optional;

/**
 * A device on which somebody stays logged in, as its person sees it.
 *
 * @param name what a browser calls itself, or what its app or person calls the device
 * @param system what a browser runs on
 * @param pushOn the person's switch for this device
 * @param platform by which service it gets pushes; empty while it has no push address
 * @param lost whether the service has said since that the push address is dead: the device makes a new one when it is opened
 * @param usedAt to the hour
 */
public record OwnDevice(DeviceId id, String name, Optional<String> system, boolean pushOn, Optional<Platform> platform, boolean lost,
		Instant since, Instant usedAt) {
	/** Which service carries pushes to a device. */
	public enum Platform {
		/** An app on an Apple device. */
		APNS,
		/** An app on an Android device. */
		FCM,
		/** A browser. */
		WEB_PUSH
	}

	/** @return whether pushes are sent to it now */
	public boolean told() {
		return pushOn && platform.isPresent() && !lost;
	}
}
