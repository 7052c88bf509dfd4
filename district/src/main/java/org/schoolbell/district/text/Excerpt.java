package org.schoolbell.district.text;

import java.text.Bidi;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Names as data: shown as entered, shortened where they are too long, kept apart from the text around them where they run the other way. */
final class Excerpt {
	private static final char FIRST_STRONG_ISOLATE = '\u2068';
	private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';
	private static final String ELLIPSIS = "…";

	private Excerpt() {
	}

	/** @return the name in at most so many characters, never cut inside what a reader takes for one character */
	static String shortened(String name, int most) {
		String trimmed = name.strip();
		if (trimmed.length() <= most) {
			return trimmed;
		}
		BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
		characters.setText(trimmed);
		int end = characters.preceding(Math.max(1, most - ELLIPSIS.length()) + 1);
		return trimmed.substring(0, Math.max(0, end)).stripTrailing() + ELLIPSIS;
	}

	/**
	 * @param rightToLeft whether the sentence around it runs so
	 * @return the name, isolated if it may run in another direction than the sentence
	 */
	static String isolated(String name, boolean rightToLeft) {
		char[] characters = name.toCharArray();
		return rightToLeft || Bidi.requiresBidi(characters, 0, characters.length)
				? FIRST_STRONG_ISOLATE + name + POP_DIRECTIONAL_ISOLATE
				: name;
	}
}
