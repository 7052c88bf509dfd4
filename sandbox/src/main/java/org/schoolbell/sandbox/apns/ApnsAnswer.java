package org.schoolbell.sandbox.apns;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.fault.FaultAnswer;

/** What goes back on a push's stream; {@code apns-id} is added there. Header names are in lower case, as HTTP/2 wants them. */
record ApnsAnswer(int status, Map<String, String> headers, String body) {
	private static final JsonMapper JSON = JsonMapper.shared();
	static final ApnsAnswer ACCEPTED = new ApnsAnswer(200, Map.of(), "");
	static final ApnsAnswer FAILED = refusing(new Refusal(500, "InternalServerError", null));

	static ApnsAnswer refusing(Refusal refusal) {
		return new ApnsAnswer(refusal.status(), Map.of(),
				body(refusal.reason(), refusal.since() == null ? null : refusal.since().toEpochMilli(), null));
	}

	static ApnsAnswer of(FaultAnswer fault) {
		Map<String, String> headers = new LinkedHashMap<>();
		fault.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
		if (fault.retryAfter() != null) {
			headers.put("retry-after", Long.toString(fault.retryAfter().toSeconds()));
		}
		String body = fault.rawBody() == null
				? body(fault.reason(), fault.timestamp(), fault.details())
				: fault.rawBody();
		return new ApnsAnswer(fault.status(), headers, body);
	}

	private static String body(@Nullable String reason, @Nullable Long timestamp, @Nullable Object details) {
		Map<String, Object> members = new LinkedHashMap<>();
		putIfGiven(members, "reason", reason);
		putIfGiven(members, "timestamp", timestamp);
		putIfGiven(members, "details", details);
		return members.isEmpty() ? "" : JSON.writeValueAsString(members);
	}

	private static void putIfGiven(Map<String, Object> members, String name, @Nullable Object value) {
		if (value != null) {
			members.put(name, value);
		}
	}
}
