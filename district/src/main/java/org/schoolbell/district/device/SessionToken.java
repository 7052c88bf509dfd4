package org.schoolbell.district.device;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a Stay Logged In session: 256 random bits. The device keeps it, the database its hash; redacted in text. */
public record SessionToken(String value) {
	private static final int BYTES = 32;

	static SessionToken make(SecureRandom random) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	byte[] hash() {
		return Sha256.of(value.getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public String toString() {
		return "SessionToken[redacted]";
	}
}
