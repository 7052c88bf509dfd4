package org.schoolbell.wire;

import java.util.Base64;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What only the phone can read, as base64url without padding. At most 8192 characters: no provider takes more than 4096 bytes. */
public record Ciphertext(@JsonValue String base64url) {
	/** A length of 4n + 1 cannot come from whole bytes. */
	private static final Pattern PATTERN = Pattern.compile("(?=.{2,8192}$)([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{2,3})?");

	/** @throws IllegalArgumentException if the value is not base64url without padding, empty, or too long */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Ciphertext {
		Rules.matches(PATTERN, base64url, "ciphertext is 2 to 8192 characters of base64url without padding");
	}

	/** @throws IllegalArgumentException if there are no bytes or more than 6144 */
	public static Ciphertext of(byte[] bytes) {
		return new Ciphertext(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	public byte[] bytes() {
		return Base64.getUrlDecoder().decode(base64url);
	}

	@Override
	public String toString() {
		return "Ciphertext[" + base64url.length() + " characters]";
	}
}
