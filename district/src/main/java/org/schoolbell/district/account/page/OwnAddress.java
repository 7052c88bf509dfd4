package org.schoolbell.district.account.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address that came in from outside and is gone to after sign-in: a path on this server, and nothing that a browser could take for another. */
final class OwnAddress {
	private static final int LONGEST = 2_000;

	private OwnAddress() {
	}

	/** @return the address, percent-encoded as headers need it, empty if it is not one of this server's */
	static Optional<String> of(String text) {
		// Browsers read a backslash as a slash, and two slashes as the start of a host.
		boolean path = text.length() <= LONGEST && text.startsWith("/") && !text.startsWith("//") && text.indexOf('\\') < 0;
		if (!path) {
			return Optional.empty();
		}
		try {
			URI address = new URI(text);
			boolean own = address.getScheme() == null && address.getRawAuthority() == null && address.normalize().toString().equals(text);
			return own ? Optional.of(address.toASCIIString()) : Optional.empty();
		} catch (URISyntaxException e) {
			return Optional.empty();
		}
	}
}
