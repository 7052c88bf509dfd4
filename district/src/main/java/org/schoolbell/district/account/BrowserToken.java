package org.schoolbell.district.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser keeps to be known again: 256 random bits. It signs nobody in. Redacted in text. */
public record BrowserToken(String value) {
	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
	private static final int BYTES = 32;

	/** @throws IllegalArgumentException if it has another form */
	public BrowserToken {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("This is no browser's token.");
		}
	}

	static BrowserToken random(SecureRandom random) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return new BrowserToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** @return the token of this text, empty if it is none */
	public static Optional<BrowserToken> of(String text) {
		return FORM.matcher(text).matches() ? Optional.of(new BrowserToken(text)) : Optional.empty();
	}

	byte[] hash() {
		return Sha256.of(value);
	}

	@Override
	public String toString() {
		return "BrowserToken[redacted]";
	}
}
