package org.schoolbell.district.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.OwnDevice.Platform;
import org.schoolbell.district.dispatch.seal.ApplicationServerKey;
import org.schoolbell.district.dispatch.seal.PushServices;
import org.schoolbell.district.dispatch.seal.SealKeys;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonItem;

/**
 * The body of {@code POST /api/v1/devices}.
 *
 * @param name empty: as the device is called already
 * @param pushOn empty: the person's switch for this device stays as it is
 */
record DeviceItem(Endpoint endpoint, Optional<String> name, Optional<Boolean> pushOn) {
	private static final Set<String> MEMBERS = Set.of("platform", "token", "topic", "environment", "subscription", "applicationServerKey",
			"sealKeys", "name", "pushOn");
	private static final Set<String> OF_SUBSCRIPTION = Set.of("endpoint", "expirationTime", "keys");
	private static final Set<String> KEYS = Set.of("p256dh", "auth");
	/** For asking about the other key alone. */
	private static final String SOME_SECRET = "A".repeat(22);
	private static final int LONGEST_NAME = 100;

	/** What a district takes of a browser. */
	record District(PushServices services, ApplicationServerKey key) {}

	static DeviceItem read(JsonNode body, District district) throws InvalidItem {
		JsonItem item = JsonItem.of(body, "", MEMBERS);
		Platform platform = constant(item, "platform", List.of(Platform.values()));
		Endpoint endpoint = switch (platform) {
			case APNS -> {
				without(item, platform, "subscription", "applicationServerKey");
				yield apns(item);
			}
			case FCM -> {
				without(item, platform, "subscription", "applicationServerKey", "topic", "environment");
				String token = required(item, "token");
				SealKeys keys = sealKeys(item);
				yield made(item, "token", () -> new Endpoint.Fcm(token, keys));
			}
			case WEB_PUSH -> {
				without(item, platform, "token", "topic", "environment", "sealKeys");
				yield webPush(item, district);
			}
		};
		return new DeviceItem(endpoint, name(item), item.has("pushOn") ? Optional.of(item.truth("pushOn")) : Optional.empty());
	}

	private static Endpoint apns(JsonItem item) throws InvalidItem {
		String token = required(item, "token");
		String topic = required(item, "topic");
		Endpoint.ApnsEnvironment environment = constant(item, "environment", List.of(Endpoint.ApnsEnvironment.values()));
		SealKeys keys = sealKeys(item);
		made(item, "token", () -> new Endpoint.Apns(token, "any", environment));
		return made(item, "topic", () -> new Endpoint.Apns(token, topic, environment, keys));
	}

	private static @Nullable SealKeys sealKeys(JsonItem item) throws InvalidItem {
		return item.has("sealKeys") ? keys(item.object("sealKeys", KEYS)) : null;
	}

	private static SealKeys keys(JsonItem keys) throws InvalidItem {
		String p256dh = required(keys, "p256dh");
		String auth = required(keys, "auth");
		made(keys, "p256dh", () -> new SealKeys(p256dh, SOME_SECRET));
		return made(keys, "auth", () -> new SealKeys(p256dh, auth));
	}

	/** As a browser's PushSubscription writes itself as JSON, and the key that it subscribed with. */
	private static Endpoint webPush(JsonItem item, District district) throws InvalidItem {
		JsonItem subscription = item.object("subscription", OF_SUBSCRIPTION);
		String url = required(subscription, "endpoint");
		SealKeys keys = keys(subscription.object("keys", KEYS));
		String serverKey = required(item, "applicationServerKey");
		made(subscription, "endpoint", () -> {
			district.services().require(url);
			return url;
		});
		if (!district.key().matches(serverKey)) {
			throw new InvalidItem(item.at("applicationServerKey"), "must be this district's key of today: subscribe again with it");
		}
		return made(subscription, "endpoint", () -> new Endpoint.WebPush(url, keys.publicKey(), keys.secret(), serverKey));
	}

	private static Optional<String> name(JsonItem item) throws InvalidItem {
		String name = item.text("name");
		if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
			throw new InvalidItem(item.at("name"), "must be what the device is called, 1 to " + LONGEST_NAME + " characters, or left out");
		}
		return Optional.ofNullable(name).map(String::strip);
	}

	private static String required(JsonItem item, String member) throws InvalidItem {
		String text = item.text(member);
		if (text == null) {
			throw new InvalidItem(item.at(member), "is missing");
		}
		return text;
	}

	private static <E extends Enum<E>> E constant(JsonItem item, String member, List<E> constants) throws InvalidItem {
		String text = required(item, member);
		Stream<E> named = constants.stream().filter(constant -> constant.name().equals(text));
		return named.findAny().orElseThrow(() -> new InvalidItem(item.at(member),
				"must be one of " + String.join(", ", constants.stream().map(Enum::name).toList())));
	}

	private static void without(JsonItem item, Platform platform, String... strangers) throws InvalidItem {
		for (String stranger : strangers) {
			if (item.has(stranger)) {
				throw new InvalidItem(item.at(stranger), "does not go with the platform " + platform);
			}
		}
	}

	/** The rules are the part's own; it says which one was broken and never by what. */
	private static <T> T made(JsonItem item, String member, Supplier<T> part) throws InvalidItem {
		try {
			return part.get();
		} catch (IllegalArgumentException broken) {
			throw new InvalidItem(item.at(member), String.valueOf(broken.getMessage()));
		}
	}

	@Override
	public String toString() {
		return "DeviceItem[redacted]";
	}
}
