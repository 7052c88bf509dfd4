package org.schoolbell.district.device;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A browser in which somebody stays logged in. The same one is the same device, whoever signs in there.
 *
 * @param mark what it is known again by: at least 128 random bits as text. It signs nobody in; redacted in text
 * @param name what it calls itself, such as {@code Firefox}
 * @param system what it runs on, such as {@code Android}
 */
public record Browser(String mark, String name, Optional<String> system) {
	byte[] hash() {
		return hash(mark);
	}

	static byte[] hash(String mark) {
		return Sha256.of(mark.getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public String toString() {
		return "Browser[" + name + "]";
	}
}
