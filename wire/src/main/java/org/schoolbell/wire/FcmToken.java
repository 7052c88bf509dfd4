package org.schoolbell.wire;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A registration token of Firebase Cloud Messaging. Redacted in text. */
public record FcmToken(@JsonValue String value) {
	private static final Pattern PATTERN = Pattern.compile("[!-~]{1,4096}");

	/** @throws IllegalArgumentException if the value is empty, too long or not visible ASCII */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public FcmToken {
		Rules.matches(PATTERN, value, "an FCM token is 1 to 4096 visible ASCII characters");
	}

	@Override
	public String toString() {
		return "FcmToken[redacted]";
	}
}
