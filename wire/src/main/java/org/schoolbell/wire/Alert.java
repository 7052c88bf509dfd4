package org.schoolbell.wire;

/**
 * What the phone shows. It may name a student, so it is redacted in text.
 *
 * <p>The bounds (title 1 to 1000 characters, body at most 4000) are beyond what any provider delivers; the relay checks the provider's own.
 */
public record Alert(String title, String body) {
	private static final int TITLE_LIMIT = 1000;
	private static final int BODY_LIMIT = 4000;

	/** @throws IllegalArgumentException if the title is empty or a part is too long */
	public Alert {
		Rules.check(!Rules.present(title, "alert.title").isEmpty(), "alert.title is not empty");
		Rules.lengthAtMost(TITLE_LIMIT, title, "alert.title");
		Rules.lengthAtMost(BODY_LIMIT, Rules.present(body, "alert.body"), "alert.body");
	}

	@Override
	public String toString() {
		return "Alert[redacted]";
	}
}
