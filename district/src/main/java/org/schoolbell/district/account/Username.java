package org.schoolbell.district.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody types to sign in: 3 to 100 of a to z, digits, dot, underscore, hyphen and @, in small letters however it was typed. Other letters are
 * left out because some look like others. Redacted in text.
 */
public record Username(String value) {
	private static final Pattern FORM = Pattern.compile("[a-z0-9._@-]{3,100}");

	/** @throws IllegalArgumentException if it has another form; the message does not repeat it */
	public Username {
		value = value.strip().toLowerCase(Locale.ROOT);
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("A username is 3 to 100 of letters a to z, digits, dot, underscore, hyphen and @.");
		}
	}

	/** @return the username of this text, empty if it cannot be one */
	public static Optional<Username> of(String text) {
		try {
			return Optional.of(new Username(text));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "Username[redacted]";
	}
}
