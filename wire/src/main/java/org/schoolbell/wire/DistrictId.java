package org.schoolbell.wire;

import java.util.regex.Pattern;

/**
 * Names a district on the broker: 1 to 40 of lower-case letters, digits and hyphens.
 *
 * <p>{@code dead} is taken: its queue would be the relay's {@link WireNames#DEAD}.
 */
public record DistrictId(String value) {
	private static final Pattern PATTERN = Pattern.compile("[a-z0-9-]{1,40}");

	/** @throws IllegalArgumentException if the value is not such a name */
	public DistrictId {
		Rules.matches(PATTERN, value, "a district id is 1 to 40 of a-z, 0-9 and hyphen");
		Rules.check(!value.equals("dead"), "the district id \"dead\" is taken by the relay's own queue");
	}

	@Override
	public String toString() {
		return value;
	}
}
