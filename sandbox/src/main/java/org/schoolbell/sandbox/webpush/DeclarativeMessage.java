package org.schoolbell.sandbox.webpush;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.delivery.Message;

/** Reads a Declarative Web Push message, the JSON that a browser shows by itself (Push API, section "Declarative push message"). */
final class DeclarativeMessage {
	private static final int MAGIC = 8030;
	private static final JsonMapper JSON = JsonMapper.shared();

	private DeclarativeMessage() {
	}

	/** Empty if a browser would show nothing: no such message, without a title, or without an address to open. */
	static Optional<Message> read(byte[] json, SealedMessage sealed) {
		JsonNode root;
		try {
			root = JSON.readTree(json);
		} catch (JacksonException _) {
			return Optional.empty();
		}
		JsonNode shown = root.path("notification");
		String title = text(shown.path("title"));
		if (root.path("web_push").asInt(0) != MAGIC || title == null || text(shown.path("navigate")) == null) {
			return Optional.empty();
		}
		String tag = text(shown.path("tag"));
		String body = text(shown.path("body"));
		return Optional.of(new Message(shown.path("data").path("id").asString(""), tag == null ? sealed.topic() : tag,
				!shown.path("silent").asBoolean(false), title, body == null ? "" : body, data(root, shown, sealed)));
	}

	/** What the page gets beside the text, and how it was sent. */
	private static Map<String, Object> data(JsonNode root, JsonNode shown, SealedMessage sealed) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("link", shown.path("navigate").stringValue());
		if (root.path("app_badge").isIntegralNumber()) {
			data.put("badge", root.path("app_badge").intValue());
		}
		String language = text(shown.path("lang"));
		if (language != null) {
			data.put("lang", language);
		}
		data.put("urgency", sealed.urgency());
		data.put("ttl", sealed.ttl().toSeconds());
		if (sealed.topic() != null) {
			data.put("topic", sealed.topic());
		}
		return data;
	}

	private static @Nullable String text(JsonNode node) {
		return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
	}
}
