package org.schoolbell.sandbox.webpush;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A message as it arrived. Immutable, as far as nobody writes into its body. */
public final class SealedMessage {
	private final byte[] body;
	private final Duration ttl;
	private final String urgency;
	private final @Nullable String topic;

	SealedMessage(byte[] body, Duration ttl, String urgency, @Nullable String topic) {
		this.body = body;
		this.ttl = ttl;
		this.urgency = urgency;
		this.topic = topic;
	}

	/** An {@code aes128gcm} record (RFC 8188). */
	public byte[] body() {
		return body;
	}

	/** How long it is to be kept for a browser that is away. */
	public Duration ttl() {
		return ttl;
	}

	public String urgency() {
		return urgency;
	}

	/** A later message with the same one replaces it while it is kept. */
	public @Nullable String topic() {
		return topic;
	}
}
