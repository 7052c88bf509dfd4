package org.schoolbell.district.oneroster.csv;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The words that a column may hold, in any case, and OneRoster's extensions, which begin with {@code ext:}. */
public final class Vocabulary {
	private static final String EXTENSION = "ext:";

	private final Map<String, String> words = new LinkedHashMap<>();

	private Vocabulary(String... words) {
		for (String word : words) {
			this.words.put(word.toLowerCase(Locale.ROOT), word);
		}
	}

	public static Vocabulary of(String... words) {
		return new Vocabulary(words);
	}

	@Nullable
	String find(String value) {
		if (value.startsWith(EXTENSION) && value.length() > EXTENSION.length()) {
			return value;
		}
		return words.get(value.toLowerCase(Locale.ROOT));
	}

	/** The words, as a remedy names them. */
	@Override
	public String toString() {
		return String.join(", ", words.values());
	}
}
