package org.schoolbell.sandbox.browser;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.webpush.SealedMessage;

/**
 * A message that its browser has not acknowledged.
 *
 * @param version names it, and is never used twice
 * @param expiresAt after this nobody needs it
 */
record Waiting(Channel channel, String version, SealedMessage message, Instant expiresAt) {
	private static final JsonMapper JSON = JsonMapper.shared();

	String json() {
		return JSON.writeValueAsString(Map.of("messageType", "notification", "channelID", channel.id(), "version", version, "data",
				Base64.getUrlEncoder().withoutPadding().encodeToString(message.body()), "headers", Map.of("encoding", "aes128gcm")));
	}

	boolean replaces(Waiting earlier) {
		return message.topic() != null && message.topic().equals(earlier.message.topic()) && channel == earlier.channel;
	}
}
