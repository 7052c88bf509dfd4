package org.schoolbell.sandbox.apns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a push's JSON says.
 *
 * @param alerting whether there is a sound to play
 * @param data all that Apple leaves to the app, and the badge
 */
record ApnsPayload(boolean alerting, @Nullable String title, String body, Map<String, Object> data) {
	private static final JsonMapper JSON = JsonMapper.shared();

	/** Empty if there is nothing to show: no JSON object, or no text in {@code aps.alert}. */
	static Optional<ApnsPayload> read(byte[] json) {
		JsonNode root;
		try {
			root = JSON.readTree(json);
		} catch (JacksonException e) {
			return Optional.empty();
		}
		JsonNode aps = root.path("aps");
		JsonNode alert = aps.path("alert");
		String body = text(alert.isString() ? alert : alert.path("body"));
		if (body == null) {
			return Optional.empty();
		}
		return Optional.of(new ApnsPayload(aps.hasNonNull("sound"), text(alert.path("title")), body, dataOf(root, aps)));
	}

	private static Map<String, Object> dataOf(JsonNode root, JsonNode aps) {
		Map<String, Object> data = new LinkedHashMap<>();
		root.properties().forEach(member -> {
			if (!member.getKey().equals("aps")) {
				data.put(member.getKey(), JSON.treeToValue(member.getValue(), Object.class));
			}
		});
		if (aps.path("badge").isIntegralNumber()) {
			data.put("badge", aps.path("badge").intValue());
		}
		return data;
	}

	private static @Nullable String text(JsonNode node) {
		return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
	}
}
