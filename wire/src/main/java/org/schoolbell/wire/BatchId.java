package org.schoolbell.wire;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one push batch; also its AMQP {@code message-id}. */
public record BatchId(@JsonValue UUID value) {
	/** @throws IllegalArgumentException if the text is not a UUID in its canonical lower-case form */
	@JsonCreator
	public static BatchId parse(String text) {
		return new BatchId(Rules.uuid(text, "a batch id"));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
