package org.schoolbell.wire;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The finished {@code Authorization} header of a Web Push (RFC 8292: {@code vapid t=..., k=...}), signed by the district. Redacted in text. */
public record VapidAuthorization(@JsonValue String value) {
	private static final Pattern PATTERN = Pattern.compile("vapid [ -~]{1,2000}");

	/** @throws IllegalArgumentException if the value is no VAPID header */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public VapidAuthorization {
		Rules.matches(PATTERN, value, "a VAPID header is \"vapid \" and 1 to 2000 ASCII characters");
	}

	@Override
	public String toString() {
		return "VapidAuthorization[redacted]";
	}
}
