package org.schoolbell.sandbox.phone;

/** The push services that have a stand-in here, spelled as in the deliveries. */
public enum Platform {
	/** Apps on Apple's devices. */
	APNS,
	/** Browsers, whatever maker's. */
	WEB_PUSH
}
