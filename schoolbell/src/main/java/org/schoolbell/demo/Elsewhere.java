package org.schoolbell.demo;

import org.jspecify.annotations.Nullable;

/** Where a stand-in of another process listens. */
record Elsewhere(String host, int port) {
	private static final int HIGHEST_PORT = 65_535;

	/** @return null where the text is not {@code HOST:PORT} */
	static @Nullable Elsewhere parse(String text) {
		int colon = text.lastIndexOf(':');
		String port = text.substring(colon + 1);
		if (colon < 1 || !port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > HIGHEST_PORT) {
			return null;
		}
		return new Elsewhere(text.substring(0, colon), Integer.parseInt(port));
	}
}
