package org.schoolbell.district.page;

/** How good the news is that a banner, tag or step carries: a colour, an icon and a word, never the colour alone. */
public enum Tone {
	/** Neither good nor bad. */
	PLAIN("plain", "info"),
	/** Worth knowing. */
	INFO("info", "info"),
	/** Done, passed. */
	OK("ok", "tick"),
	/** Needs attention. */
	WARN("warn", "warning"),
	/** Failed, refused. */
	BAD("bad", "warning");

	private final String style;
	private final String icon;

	Tone(String style, String icon) {
		this.style = style;
		this.icon = icon;
	}

	/** @return the class of the style sheet */
	public String style() {
		return style;
	}

	/** @return the symbol of {@code icons.svg} that goes with it */
	public String icon() {
		return icon;
	}
}
