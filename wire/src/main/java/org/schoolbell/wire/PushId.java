package org.schoolbell.wire;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one push; the same push sent again has the same id, which is {@code apns-id} at Apple. */
public record PushId(@JsonValue UUID value) {
	/** @throws IllegalArgumentException if the text is not a UUID in its canonical lower-case form */
	@JsonCreator
	public static PushId parse(String text) {
		return new PushId(Rules.uuid(text, "a push id"));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
