package org.schoolbell.district.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The secret of an API client: 32 to 72 visible ASCII characters, made at random. The client keeps it, the database its hash; redacted in text. */
public record ClientSecret(String value) {
	/** Longer ones would be cut by bcrypt, shorter ones could be guessed. */
	private static final Pattern FORM = Pattern.compile("[!-~]{32,72}");
	private static final int RANDOM_BYTES = 32;

	/** @throws IllegalArgumentException if it is too short, too long or has other characters */
	public ClientSecret {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("A client's secret has 32 to 72 visible ASCII characters.");
		}
	}

	/** @return a new secret of 256 bits */
	public static ClientSecret random(SecureRandom random) {
		byte[] bytes = new byte[RANDOM_BYTES];
		random.nextBytes(bytes);
		return new ClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	@Override
	public String toString() {
		return "ClientSecret[redacted]";
	}
}
