package org.schoolbell.sandbox.apns;

import io.netty.util.AsciiString;

import org.schoolbell.sandbox.http2.Http2Request;

/** Names of a push's headers, and what its path says. */
final class ApnsHeader {
	static final AsciiString ID = AsciiString.cached("apns-id");
	static final AsciiString AUTHORIZATION = AsciiString.cached("authorization");
	static final AsciiString TOPIC = AsciiString.cached("apns-topic");
	static final AsciiString EXPIRATION = AsciiString.cached("apns-expiration");
	static final AsciiString PRIORITY = AsciiString.cached("apns-priority");
	static final AsciiString PUSH_TYPE = AsciiString.cached("apns-push-type");
	static final AsciiString COLLAPSE_ID = AsciiString.cached("apns-collapse-id");

	private static final String PATH_PREFIX = "/3/device/";

	private ApnsHeader() {
	}

	/** The token that the path ends with; empty if the path is not one of a push. */
	static String tokenOf(Http2Request request) {
		return request.path().startsWith(PATH_PREFIX) ? request.path().substring(PATH_PREFIX.length()) : "";
	}
}
