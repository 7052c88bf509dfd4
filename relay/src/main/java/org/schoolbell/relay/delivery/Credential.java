package org.schoolbell.relay.delivery;

/**
 * Names what one provider knows us by, for one purpose: for APNs an app and an environment. Health is kept per credential; the name appears in
 * metrics and health, and holds no secret.
 */
public record Credential(String name) {
	@Override
	public String toString() {
		return name;
	}
}
