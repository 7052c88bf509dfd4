package org.schoolbell.district.dispatch.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Something to be said, in no language yet: the key of a text and what is filled in, which may be wordings too.
 *
 * @param key of a text of pages
 * @param values by name: texts, numbers, days, moments, other wordings; never a secret
 */
public record Wording(String key, Map<String, Object> values) {
	public Wording {
		values = Map.copyOf(values);
	}

	/** @param values names and values in turns */
	static Wording of(String key, Object... values) {
		Map<String, Object> named = new LinkedHashMap<>();
		for (int i = 0; i < values.length; i += 2) {
			named.put((String) values[i], values[i + 1]);
		}
		return new Wording(key, named);
	}

	/**
	 * Says it.
	 *
	 * @param language a key and its values to the text, such as {@code page.t()::filled}
	 */
	public String in(BiFunction<String, Map<String, Object>, String> language) {
		Map<String, Object> said = new LinkedHashMap<>();
		values.forEach((name, value) -> said.put(name, value instanceof Wording inner ? inner.in(language) : value));
		return language.apply(key, said);
	}
}
