package org.schoolbell.district.dispatch.seal;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;

/** Messages as JSON that fit into the largest record. */
final class Fitting {
	private static final JsonMapper JSON = JsonMapper.builder().build();
	private static final String ELLIPSIS = "…";
	private static final int ELLIPSIS_BYTES = 3;

	private Fitting() {
	}

	/**
	 * A body that is too long loses its end, which the record behind the link has: a push that says less is worth more than none.
	 *
	 * @param message the message around a body
	 * @return UTF-8, at most {@link Sealer#LONGEST} bytes
	 * @throws IllegalArgumentException if it is too long even without a body
	 */
	static byte[] json(String body, Function<String, Object> message) {
		byte[] whole = JSON.writeValueAsBytes(message.apply(body));
		int over = whole.length - Sealer.LONGEST;
		if (over <= 0) {
			return whole;
		}
		// A character has at least one byte, so this is enough at once.
		byte[] shortened = JSON.writeValueAsBytes(message.apply(shortened(body, body.length() - over - ELLIPSIS_BYTES)));
		if (shortened.length > Sealer.LONGEST) {
			throw new IllegalArgumentException("A message has at most " + Sealer.LONGEST + " bytes beside its body");
		}
		return shortened;
	}

	/** Never cut inside what a reader takes for one character. */
	private static String shortened(String body, int most) {
		if (most <= 0) {
			return "";
		}
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(body);
		return body.substring(0, characters.preceding(most + 1)) + ELLIPSIS;
	}
}
