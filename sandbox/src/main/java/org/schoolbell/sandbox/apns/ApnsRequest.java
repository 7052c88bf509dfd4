package org.schoolbell.sandbox.apns;

import java.util.Arrays;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Headers;
import org.jspecify.annotations.Nullable;

/** One push as it arrives on its stream. Used by one connection's thread. */
final class ApnsRequest {
	/** Apple's limit; one byte more is kept, so that a check sees the excess. */
	private static final int MOST_BYTES = 4096 + 1;
	private static final String PATH_PREFIX = "/3/device/";

	private final Http2Headers headers;
	private byte[] payload = {};

	ApnsRequest(Http2Headers headers) {
		this.headers = headers;
	}

	void append(ByteBuf data) {
		int length = Math.min(data.readableBytes(), MOST_BYTES - payload.length);
		byte[] longer = Arrays.copyOf(payload, payload.length + length);
		data.getBytes(data.readerIndex(), longer, payload.length, length);
		payload = longer;
	}

	Http2Headers headers() {
		return headers;
	}

	@Nullable
	String header(CharSequence name) {
		CharSequence value = headers.get(name);
		return value == null ? null : value.toString();
	}

	/** The token that the path ends with; empty if the path is not one of a push. */
	String token() {
		CharSequence path = headers.path();
		return path != null && path.toString().startsWith(PATH_PREFIX) ? path.toString().substring(PATH_PREFIX.length()) : "";
	}

	byte[] payload() {
		return payload;
	}

	ByteBuf payloadBuffer() {
		return Unpooled.wrappedBuffer(payload);
	}
}
