package org.schoolbell.wire;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Checks shared by the records. What they throw says what would be right and never quotes the value, which may be a secret or a name. */
final class Rules {
	private static final Pattern CANONICAL_UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private Rules() {
	}

	static <T> T present(@Nullable T value, String name) {
		if (value == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
		return value;
	}

	static <T> List<T> presentAll(@Nullable List<T> values, String name) {
		for (T value : present(values, name)) {
			present(value, "an item of " + name);
		}
		return List.copyOf(values);
	}

	static void check(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException(rule);
		}
	}

	static void matches(Pattern pattern, @Nullable String value, String rule) {
		check(value != null && pattern.matcher(value).matches(), rule);
	}

	static void lengthAtMost(int limit, String value, String name) {
		check(value.length() <= limit, name + " has at most " + limit + " characters");
	}

	/** Only the canonical lower-case form: {@link UUID#fromString} alone also takes {@code 1-1-1-1-1}. */
	static UUID uuid(@Nullable String text, String name) {
		matches(CANONICAL_UUID, text, name + " is a UUID in lower case with four hyphens");
		return UUID.fromString(present(text, name));
	}
}
