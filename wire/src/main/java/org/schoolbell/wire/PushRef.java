package org.schoolbell.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The district's own key of a push, 1 to 64 characters: opaque to the relay, which only echoes it in the receipt. */
public record PushRef(@JsonValue String value) {
	/** @throws IllegalArgumentException if the value is empty or too long */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PushRef {
		Rules.check(value != null && !value.isEmpty() && value.length() <= 64, "ref has 1 to 64 characters");
	}

	@Override
	public String toString() {
		return value;
	}
}
