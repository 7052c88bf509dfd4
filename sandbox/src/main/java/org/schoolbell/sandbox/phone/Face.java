package org.schoolbell.sandbox.phone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose push service a browser has subscribed to; each has its own rules, and words for them. */
public enum Face {
	APPLE, MOZILLA, GOOGLE, WNS;

	/** How endpoints spell it. */
	public String path() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Which one endpoints spell so. */
	public static Optional<Face> at(String path) {
		return Arrays.stream(values()).filter(face -> face.path().equals(path)).findFirst();
	}
}
