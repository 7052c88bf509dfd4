package org.schoolbell.wire;

/** Which of Apple's two services issued a token: apps from the store have {@code PRODUCTION} tokens, apps under development {@code SANDBOX}. */
public enum ApnsEnvironment {
	PRODUCTION, SANDBOX
}
