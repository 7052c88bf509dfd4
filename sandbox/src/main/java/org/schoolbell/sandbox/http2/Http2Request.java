package org.schoolbell.sandbox.http2;

import java.util.Arrays;
import java.util.Objects;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Headers;
import org.jspecify.annotations.Nullable;

/** One push as it arrives on its stream. Used by one connection's thread. */
public final class Http2Request {
	/** The limit of every push service; one byte more is kept, so that a check sees the excess. */
	private static final int MOST_BYTES = 4096 + 1;

	private final Http2Headers headers;
	private byte[] body = {};

	public Http2Request(Http2Headers headers) {
		this.headers = headers;
	}

	/** Adds a piece of the body; beyond the limit it is only noticed. */
	public void append(ByteBuf data) {
		int length = Math.min(data.readableBytes(), MOST_BYTES - body.length);
		byte[] longer = Arrays.copyOf(body, body.length + length);
		data.getBytes(data.readerIndex(), longer, body.length, length);
		body = longer;
	}

	public Http2Headers headers() {
		return headers;
	}

	/** The value of a header, named in lower case; null if there is none. */
	public @Nullable String header(CharSequence name) {
		return Objects.toString(headers.get(name), null);
	}

	/** The path, empty if there is none. */
	public String path() {
		return Objects.toString(headers.path(), "");
	}

	public byte[] body() {
		return body;
	}

	public ByteBuf bodyBuffer() {
		return Unpooled.wrappedBuffer(body);
	}
}
