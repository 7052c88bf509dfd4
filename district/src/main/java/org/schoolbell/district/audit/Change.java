package org.schoolbell.district.audit;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What was changed. Ids, numbers and words of the program only, which the form of the values sees to: no name, no grade, no secret, and no text that
 * somebody typed.
 *
 * @param tool where one does such a thing, such as {@code push-notifications}
 * @param thing what of it, such as {@code enabled}, or an id
 * @param before what it was; null if it was not there
 * @param after what it is now; null if it is no more
 */
public record Change(String tool, String thing, @Nullable String before, @Nullable String after) {
	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/@-]{1,100}");
	private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._:/@,;=+-]{0,500}");

	/** @throws IllegalArgumentException if a part has another form, or nothing was changed */
	public Change {
		if (!WORD.matcher(tool).matches() || !WORD.matcher(thing).matches() || !isValue(before) || !isValue(after)) {
			throw new IllegalArgumentException("A change is told in words, numbers and ids, without blanks");
		}
		if (before == null ? after == null : before.equals(after)) {
			throw new IllegalArgumentException("Nothing was changed");
		}
	}

	private static boolean isValue(@Nullable String value) {
		return value == null || VALUE.matcher(value).matches();
	}
}
