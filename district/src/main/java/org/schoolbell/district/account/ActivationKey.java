package org.schoolbell.district.account;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a school gives somebody on paper: 20 characters in groups of five, 100 random bits. Letters that look like digits are not used, and are read as
 * those digits where typed. Redacted in text.
 */
public record ActivationKey(String value) {
	/** Crockford's base 32. */
	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	private static final int CHARACTERS = 20;
	private static final int GROUP = 5;
	private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + CHARACTERS + "}");

	/** @throws IllegalArgumentException if it has another form; the message does not repeat it */
	public ActivationKey {
		value = value.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("An activation key is 20 letters and digits.");
		}
	}

	static ActivationKey random(SecureRandom random) {
		StringBuilder key = new StringBuilder(CHARACTERS);
		for (int i = 0; i < CHARACTERS; i++) {
			key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return new ActivationKey(key.toString());
	}

	/** @return the key of this text, empty if it cannot be one */
	public static Optional<ActivationKey> of(String text) {
		try {
			return Optional.of(new ActivationKey(text));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** @return as it is printed, in groups of five */
	public String printed() {
		return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
	}

	byte[] hash() {
		return Sha256.of(value);
	}

	@Override
	public String toString() {
		return "ActivationKey[redacted]";
	}
}
