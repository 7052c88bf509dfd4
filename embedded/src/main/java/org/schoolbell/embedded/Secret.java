package org.schoolbell.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** A password that no log line shows by accident: {@link #value()} is the only way to see it. */
public record Secret(String value) {
	private static final int RANDOM_BYTES = 24;

	public Secret {
		if (value.isBlank()) {
			throw new IllegalArgumentException("A secret must not be blank.");
		}
	}

	/** A new secret of 192 random bits: 32 characters of base64url, safe in a URL, a properties file and a SQL literal. */
	public static Secret random() {
		byte[] bytes = new byte[RANDOM_BYTES];
		new SecureRandom().nextBytes(bytes);
		return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	@Override
	public String toString() {
		return "(secret)";
	}
}
