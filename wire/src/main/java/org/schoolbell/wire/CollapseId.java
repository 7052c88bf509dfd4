package org.schoolbell.wire;

import java.util.Base64;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a push replaces on its phone: exactly 32 characters of base64url, which are 24 bytes of an HMAC of device and slot.
 *
 * <p>That length satisfies every provider: {@code apns-collapse-id} takes at most 64 bytes, and Apple's Web Push decodes {@code Topic}.
 */
public record CollapseId(@JsonValue String value) {
	private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9_-]{32}");
	private static final int BYTES = 24;

	/** @throws IllegalArgumentException if the value is not 32 characters of base64url */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public CollapseId {
		Rules.matches(PATTERN, value, "collapse is exactly 32 characters of base64url");
	}

	/** @throws IllegalArgumentException if there are not exactly 24 bytes */
	public static CollapseId of(byte[] bytes) {
		Rules.check(bytes.length == BYTES, "collapse is made of exactly 24 bytes");
		return new CollapseId(Base64.getUrlEncoder().encodeToString(bytes));
	}

	@Override
	public String toString() {
		return value;
	}
}
