package org.schoolbell.wire;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The bundle id of the app that is to show the push, such as {@code org.example.portal}. */
public record ApnsTopic(@JsonValue String value) {
	private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9.-]{1,155}");

	/** @throws IllegalArgumentException if the value cannot be a bundle id */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ApnsTopic {
		Rules.matches(PATTERN, value, "an APNs topic is 1 to 155 of letters, digits, dot and hyphen");
	}

	@Override
	public String toString() {
		return value;
	}
}
