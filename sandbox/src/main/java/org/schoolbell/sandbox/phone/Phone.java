package org.schoolbell.sandbox.phone;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A simulated phone with the app on it, or with a browser that has subscribed.
 *
 * @param person whose phone it is, as the deliveries shall name them; in the demo the person's sourcedId
 * @param device what the deliveries shall call this phone; unique among phones
 * @param token at APNs the token, in the endpoint of a browser's subscription its last part
 * @param topic the app that the token was made for (APNs: its bundle id); null for the sandbox's first one
 * @param subscription of a browser; null for an app
 */
public record Phone(String person, String device, Platform platform, DeviceToken token, @Nullable String topic,
		@Nullable Subscription subscription) {
	public Phone {
		requireText("person", person);
		requireText("device", device);
		requirePresent("platform", platform);
		requirePresent("token", token);
		if (topic != null) {
			requireText("topic", topic);
		}
		if ((platform == Platform.WEB_PUSH) != (subscription != null)) {
			throw new IllegalArgumentException("a subscription belongs to platform WEB_PUSH, and to no other");
		}
	}

	/** A phone with the app on it. */
	public Phone(String person, String device, Platform platform, DeviceToken token, @Nullable String topic) {
		this(person, device, platform, token, topic, null);
	}

	/** One as asked for in JSON: an app has a token; a browser subscribes, with {@code face} and the key that may push to it. */
	@JsonCreator
	static Phone asked(String person, String device, Platform platform, @Nullable DeviceToken token, @Nullable String topic,
			@Nullable Face face, @Nullable String applicationServerKey) {
		requirePresent("platform", platform);
		return switch (platform) {
			case APNS -> {
				requirePresent("token", token);
				if (face != null || applicationServerKey != null) {
					throw new IllegalArgumentException("face and applicationServerKey belong to platform WEB_PUSH");
				}
				yield new Phone(person, device, platform, Objects.requireNonNull(token), topic, null);
			}
			case WEB_PUSH -> new Phone(person, device, platform, token == null ? DeviceToken.random() : token, topic,
					Subscription.random(face == null ? Face.MOZILLA : face, applicationServerKey));
		};
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
