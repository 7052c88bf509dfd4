package org.schoolbell.sandbox.apns;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.http2.Http2Answer;

/** Apple's answers, in JSON where they have a body. */
final class ApnsAnswer {
	private static final JsonMapper JSON = JsonMapper.shared();
	static final Http2Answer ACCEPTED = new Http2Answer(200, Map.of(), "");
	static final Http2Answer FAILED = refusing(new Refusal(500, "InternalServerError", null));

	private ApnsAnswer() {
	}

	static Http2Answer refusing(Refusal refusal) {
		return new Http2Answer(refusal.status(), Map.of(),
				body(refusal.reason(), refusal.since() == null ? null : refusal.since().toEpochMilli(), null));
	}

	static Http2Answer of(FaultAnswer fault) {
		return Http2Answer.of(fault, body(fault.reason(), fault.timestamp(), fault.details()));
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
