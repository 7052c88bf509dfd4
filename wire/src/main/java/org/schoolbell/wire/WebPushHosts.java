package org.schoolbell.wire;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The push services that may be called: an endpoint is an address that a client chose, so whoever registers one and whoever sends to one asks first.
 * Immutable and thread-safe.
 *
 * <p>An entry is a host, {@code fcm.googleapis.com}, all hosts below one, {@code *.push.apple.com} (at any depth, and not the host itself), or either with
 * a port, {@code localhost:7445}. Without one it is port 443. Hosts are names, never addresses: who could name {@code 127.0.0.1} could reach anything.
 */
public final class WebPushHosts {
	/** The services of the browsers there are: Google's, that of Chromium without Google's keys, Mozilla's, Microsoft's and Apple's. */
	public static final List<String> KNOWN = List.of("fcm.googleapis.com", "jmt17.google.com", "*.push.services.mozilla.com",
			"*.notify.windows.com", "*.push.apple.com");
	private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
	private static final String PORT = "(:[1-9][0-9]{0,4})?";
	private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");
	/** Below two labels at least: {@code *.com} would be half the internet. */
	private static final Pattern ENTRY = Pattern
			.compile("(\\*\\." + LABEL + "(\\." + LABEL + ")+|" + LABEL + "(\\." + LABEL + ")*)" + PORT);
	/** What begins the last label of an IPv4 address in any spelling, decimal, octal or hexadecimal; no top-level domain begins like this. */
	private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
	private static final int HTTPS = 443;

	private final List<Entry> entries;

	private record Entry(String host, boolean below, int port) {
		static Entry of(String text) {
			Rules.matches(ENTRY, text, "a push service is a host such as fcm.googleapis.com, *.push.apple.com or localhost:7445");
			int colon = text.indexOf(':');
			int port = colon < 0 ? HTTPS : Integer.parseInt(text.substring(colon + 1));
			Rules.check(port <= 65_535, "a push service's port is 1 to 65535");
			String host = colon < 0 ? text : text.substring(0, colon);
			boolean below = host.startsWith("*");
			String name = below ? host.substring(1) : host;
			Rules.check(isName(below ? name.substring(1) : name), "a push service is named, never given as an address");
			return new Entry(name, below, port);
		}

		boolean holds(String name, int wanted) {
			return port == wanted && (below ? name.endsWith(host) : name.equals(host));
		}
	}

	private WebPushHosts(List<Entry> entries) {
		this.entries = entries;
	}

	/**
	 * @param entries upper and lower case are one
	 * @throws IllegalArgumentException if there is none, or one is no host, has no port after its colon, or is an address
	 */
	public static WebPushHosts of(List<String> entries) {
		Rules.check(!Rules.presentAll(entries, "the list of push services").isEmpty(), "the list of push services names at least one host");
		return new WebPushHosts(entries.stream().map(entry -> Entry.of(entry.strip().toLowerCase(Locale.ROOT))).toList());
	}

	/** @return whether the endpoint's host and port, as they are parsed for the connection, are on the list */
	public boolean allow(WebPushEndpoint endpoint) {
		String host = endpoint.host();
		return isName(host) && entries.stream().anyMatch(entry -> entry.holds(host, endpoint.port()));
	}

	private static boolean isName(String host) {
		return HOST.matcher(host).matches() && !NUMBER_LAST.matcher(host).matches();
	}
}
