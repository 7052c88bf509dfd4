package org.schoolbell.wire;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The address of a browser's push subscription (RFC 8030): whoever knows it can push to it, so it is redacted in text.
 *
 * <p>The form alone is checked here. Which hosts may be called is the operator's list, {@link WebPushHosts}, asked by whoever registers a device and
 * again by whoever sends to it.
 */
public record WebPushEndpoint(@JsonValue String value) {
	private static final int HTTPS = 443;
	/** Host of at least one letter and no user info, which is what can be told without a list; then anything a URI may hold. */
	private static final Pattern PATTERN = Pattern
			.compile("https://(?=[0-9.-]*[A-Za-z])[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{1,2000}");

	/** @throws IllegalArgumentException if the value is no https address with a host name and a path, or has user info or a fragment */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public WebPushEndpoint {
		Rules.matches(PATTERN, value, "a Web Push endpoint is an https address with a host name and a path, without user info or fragment");
		try {
			Rules.check(URI.create(value).getHost() != null, "host is missing");
		} catch (IllegalArgumentException _) {
			// The original names the address.
			throw new IllegalArgumentException("a Web Push endpoint is a valid URI with a host name");
		}
	}

	public URI uri() {
		return URI.create(value);
	}

	/** @return the host's name in lower case, as it is parsed for the connection */
	public String host() {
		return uri().getHost().toLowerCase(Locale.ROOT);
	}

	/** @return 443 where the address names none */
	public int port() {
		int port = uri().getPort();
		return port < 0 ? HTTPS : port;
	}

	/** @return scheme, host and port (RFC 6454), for which one VAPID token serves: {@code https://fcm.googleapis.com} */
	public String origin() {
		return "https://" + host() + (port() == HTTPS ? "" : ":" + port());
	}

	@Override
	public String toString() {
		return "WebPushEndpoint[redacted]";
	}
}
