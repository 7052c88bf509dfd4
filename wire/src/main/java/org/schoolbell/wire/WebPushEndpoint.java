package org.schoolbell.wire;

import java.net.URI;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The address of a browser's push subscription (RFC 8030): whoever knows it can push to it, so it is redacted in text.
 *
 * <p>The form alone is checked here. Which hosts may be called is the operator's list, asked by whoever registers a device and again by whoever
 * sends to it.
 */
public record WebPushEndpoint(@JsonValue String value) {
	/** Host of at least one letter and no user info, which is what can be told without a list; then anything a URI may hold. */
	private static final Pattern PATTERN = Pattern
			.compile("https://(?=[0-9.-]*[A-Za-z])[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{1,2000}");

	/** @throws IllegalArgumentException if the value is no https address with a host name and a path, or has user info or a fragment */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public WebPushEndpoint {
		Rules.matches(PATTERN, value, "a Web Push endpoint is an https address with a host name and a path, without user info or fragment");
		try {
			URI.create(value);
		} catch (IllegalArgumentException _) {
			// The original names the address.
			throw new IllegalArgumentException("a Web Push endpoint is a valid URI");
		}
	}

	public URI uri() {
		return URI.create(value);
	}

	@Override
	public String toString() {
		return "WebPushEndpoint[redacted]";
	}
}
