package org.schoolbell.district.device;

import java.util.Optional;

/** One phone or browser. The number inside the database. */
public record DeviceId(long value) {
	/** @return the id of this text, empty if it is none */
	public static Optional<DeviceId> of(String text) {
		return text.matches("\\d{1,18}") ? Optional.of(new DeviceId(Long.parseLong(text))) : Optional.empty();
	}
}
