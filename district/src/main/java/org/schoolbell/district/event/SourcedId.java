package org.schoolbell.district.event;

/**
 * The name that the outside gives a record, OneRoster's {@code sourcedId}: any text of 1 to 255 characters without control characters, compared as it is.
 * Kept as it came, since other systems find our records by it.
 */
public record SourcedId(String value) implements Comparable<SourcedId> {
	/** OneRoster's GUID is at most this long. */
	public static final int MOST_CHARACTERS = 255;

	/** @throws IllegalArgumentException if the text is no sourcedId; the message does not repeat it */
	public SourcedId {
		if (!isValid(value)) {
			throw new IllegalArgumentException("A sourcedId has 1 to " + MOST_CHARACTERS + " characters and no control characters.");
		}
	}

	/** Whether the text can be a sourcedId. */
	public static boolean isValid(String text) {
		return !text.isBlank() && text.length() <= MOST_CHARACTERS && text.chars().noneMatch(Character::isISOControl);
	}

	@Override
	public int compareTo(SourcedId other) {
		return value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return value;
	}
}
