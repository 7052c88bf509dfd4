package org.schoolbell.district.dispatch.check;

/** The steps of a check, in their order: each is tried only if those before it did not fail. */
public enum Stage {
	/** The host's name becomes an address. */
	DNS(11, "dns"),
	/** Something answers at the port. */
	TCP(12, "tcp"),
	/** It is who it should be, and nobody reads along. */
	TLS(13, "tls"),
	/** It knows this district. */
	SIGN_IN(14, "sign-in"),
	/** It takes a message for the relay. */
	PUBLISH(15, "publish"),
	/** The relay has answered that message. */
	RECEIPT(16, "receipt");

	private final int exitStatus;
	private final String key;

	Stage(int exitStatus, String key) {
		this.exitStatus = exitStatus;
		this.key = key;
	}

	/** @return with what the command ends if this step fails */
	public int exitStatus() {
		return exitStatus;
	}

	/** @return its name in the keys of texts */
	String key() {
		return key;
	}
}
