package org.schoolbell.district.oneroster.csv;

/** Text of a file as an operator's terminal may show it: short, and without characters that would command the terminal or turn its text around. */
public final class Shown {
	private static final int LONGEST = 60;

	private Shown() {
	}

	/** @return the text between quotes */
	public static String quoted(String value) {
		return '"' + plain(value) + '"';
	}

	/** @return the text, at most {@value #LONGEST} characters of it */
	public static String plain(String value) {
		StringBuilder shown = new StringBuilder();
		value.codePoints().limit(LONGEST).forEach(c -> {
			boolean harmless = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT
					&& Character.getType(c) != Character.SURROGATE;
			if (harmless) {
				shown.appendCodePoint(c);
			} else {
				shown.append("\\u%04x".formatted(c));
			}
		});
		return value.codePointCount(0, value.length()) > LONGEST ? shown.append("...").toString() : shown.toString();
	}
}
