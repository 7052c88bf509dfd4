package org.schoolbell.relay.webpush;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

import org.schoolbell.wire.Priority;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Target;

/** What a push service gets of a push: the district's sealed body as it came, and headers (RFC 8030). */
final class WebPushRequest {
	/** What every push service takes at least, and none takes more (RFC 8030, section 7.2). */
	static final int MAX_BYTES = 4096;
	/** Microsoft refuses 0, Apple what is not positive. */
	private static final Duration SHORTEST = Duration.ofSeconds(60);
	/** 2,419,200 seconds, Google's limit. */
	private static final Duration LONGEST = Duration.ofDays(28);

	private WebPushRequest() {
	}

	static Request of(HttpUrl url, Push push, Target.WebPush target, byte[] body, Set<String> withoutTopic, Instant now) {
		Request.Builder request = new Request.Builder().url(url).header("TTL", Long.toString(ttl(push, now)))
				.header("Urgency", urgency(push.priority())).header("Content-Encoding", "aes128gcm")
				.header("Authorization", target.authorization().value()).header("User-Agent", "Schoolbell")
				// Else the client would unpack whatever comes, however large.
				.header("Accept-Encoding", "identity");
		if (!withoutTopic.contains(url.host())) {
			request.header("Topic", push.collapse().value());
		}
		return request.post(RequestBody.create(body)).build();
	}

	private static long ttl(Push push, Instant now) {
		return Math.clamp(Duration.between(now, push.expiresAt()).toSeconds(), SHORTEST.toSeconds(), LONGEST.toSeconds());
	}

	private static String urgency(Priority priority) {
		return switch (priority) {
			case HIGH -> "high";
			case NORMAL -> "normal";
			case LOW -> "low";
		};
	}
}
