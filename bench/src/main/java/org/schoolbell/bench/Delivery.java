package org.schoolbell.bench;

import java.time.Instant;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * A push as the stand-in received it.
 *
 * @param notice the notice that its link opens; its first 48 bits are the millisecond in which the change was saved
 */
record Delivery(long seq, String device, String person, String collapse, boolean alerting, UUID notice, Instant receivedAt) {
	static Delivery of(JsonNode json) {
		String link = json.required("data").required("link").asString();
		return new Delivery(json.required("seq").asLong(), json.required("device").asString(), json.required("person").asString(),
				json.required("collapse").asString(),
				json.required("alerting").asBoolean(), UUID.fromString(link.substring(link.lastIndexOf('/') + 1)),
				Instant.parse(json.required("receivedAt").asString()));
	}

	/** @return milliseconds from the save of the change to the provider's acceptance */
	long latencyMillis() {
		return receivedAt.toEpochMilli() - (notice.getMostSignificantBits() >>> 16);
	}
}
