package org.schoolbell.relay.broker;

/** A password of the configuration. Redacted in text. */
public record Password(String value) {
	@Override
	public String toString() {
		return "Password[redacted]";
	}
}
