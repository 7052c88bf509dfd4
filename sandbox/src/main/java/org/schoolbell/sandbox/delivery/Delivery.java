package org.schoolbell.sandbox.delivery;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.phone.Platform;

/**
 * One accepted push.
 *
 * @param seq counts from 1 without gaps for as long as the process lives
 * @param device the phone, and {@code person} whose it is, as named when the phone was made
 * @param receivedAt when the push was accepted
 */
public record Delivery(long seq, Platform platform, String device, String person, String id, @Nullable String collapse, boolean alerting,
		@Nullable String title, String body, Map<String, Object> data,
		@JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", timezone = "UTC") Instant receivedAt) {
	static Delivery of(long seq, Platform platform, String device, String person, Message message, Instant receivedAt) {
		return new Delivery(seq, platform, device, person, message.id(), message.collapse(), message.alerting(),
				message.title(), message.body(), message.data(), receivedAt);
	}
}
