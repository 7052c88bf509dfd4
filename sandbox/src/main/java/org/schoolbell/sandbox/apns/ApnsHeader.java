package org.schoolbell.sandbox.apns;

import io.netty.util.AsciiString;

/** Names of a push's headers. */
final class ApnsHeader {
	static final AsciiString ID = AsciiString.cached("apns-id");
	static final AsciiString AUTHORIZATION = AsciiString.cached("authorization");
	static final AsciiString TOPIC = AsciiString.cached("apns-topic");
	static final AsciiString EXPIRATION = AsciiString.cached("apns-expiration");
	static final AsciiString PRIORITY = AsciiString.cached("apns-priority");
	static final AsciiString PUSH_TYPE = AsciiString.cached("apns-push-type");
	static final AsciiString COLLAPSE_ID = AsciiString.cached("apns-collapse-id");

	private ApnsHeader() {
	}
}
