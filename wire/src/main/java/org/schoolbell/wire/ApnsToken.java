package org.schoolbell.wire;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A device token of Apple's, in hexadecimal. Apple fixes no length; the bound only keeps nonsense out of a request path. Redacted in text. */
public record ApnsToken(@JsonValue String value) {
	private static final Pattern PATTERN = Pattern.compile("[0-9a-fA-F]{2,1000}");

	/** @throws IllegalArgumentException if the value is not hexadecimal */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ApnsToken {
		Rules.matches(PATTERN, value, "an APNs token is 2 to 1000 hexadecimal digits");
	}

	@Override
	public String toString() {
		return "ApnsToken[redacted]";
	}
}
