package org.schoolbell.wire;

/** Who delivers a push. */
public enum Platform {
	/** Apple Push Notification service. */
	APNS,
	/** Firebase Cloud Messaging. */
	FCM,
	/** A browser's push service (RFC 8030). */
	WEB_PUSH
}
