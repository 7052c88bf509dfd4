package org.schoolbell.sandbox.phone;

import org.jspecify.annotations.Nullable;

/**
 * A simulated phone with the app on it.
 *
 * @param person whose phone it is, as the deliveries shall name them; in the demo the person's sourcedId
 * @param device what the deliveries shall call this phone; unique among phones
 * @param topic the app that the token was made for (APNs: its bundle id); null for the sandbox's first one
 */
public record Phone(String person, String device, Platform platform, DeviceToken token, @Nullable String topic) {
	public Phone {
		requireText("person", person);
		requireText("device", device);
		requirePresent("platform", platform);
		requirePresent("token", token);
		if (topic != null) {
			requireText("topic", topic);
		}
	}

	private static void requireText(String name, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("%s is missing or blank".formatted(name));
		}
	}

	private static void requirePresent(String name, @Nullable Object value) {
		if (value == null) {
			throw new IllegalArgumentException("%s is missing".formatted(name));
		}
	}
}
