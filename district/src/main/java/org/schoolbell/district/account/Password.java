package org.schoolbell.district.account;

import java.text.Normalizer;

/** A password as typed, in Unicode's composed form, so that it is the same from every keyboard. Redacted in text. */
public record Password(String value) {
	/** Longer ones are cut here: hashing has to end, and what is so long is no better for being longer. */
	private static final int MOST_CHARACTERS = 1_000;

	public Password {
		String typed = value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value;
		value = Normalizer.normalize(typed, Normalizer.Form.NFC);
	}

	@Override
	public String toString() {
		return "Password[redacted]";
	}
}
