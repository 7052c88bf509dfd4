package org.schoolbell.sandbox.http2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;

import org.schoolbell.sandbox.fault.FaultBoard;

/** Builds a connection and puts the frames of each stream together for it. */
final class Http2ConnectionBuilder extends AbstractHttp2ConnectionHandlerBuilder<Http2Connection, Http2ConnectionBuilder> {
	private static final long FAREWELL_MS = 30_000;

	private final Http2Service service;
	private final FaultBoard faults;

	Http2ConnectionBuilder(Http2Service service, FaultBoard faults) {
		this.service = service;
		this.faults = faults;
		server(true);
		gracefulShutdownTimeoutMillis(FAREWELL_MS);
		initialSettings(Http2Settings.defaultSettings().maxConcurrentStreams(service.streams()));
	}

	@Override
	protected Http2Connection build() {
		return super.build();
	}

	@Override
	protected Http2Connection build(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
		Http2Connection connection = new Http2Connection(decoder, encoder, settings, service, faults);
		frameListener(new Assembly(connection));
		return connection;
	}

	private static final class Assembly extends Http2FrameAdapter {
		private final Http2Connection connection;
		private final io.netty.handler.codec.http2.Http2Connection streams;
		private final io.netty.handler.codec.http2.Http2Connection.PropertyKey requestKey;

		Assembly(Http2Connection connection) {
			this.connection = connection;
			this.streams = connection.connection();
			this.requestKey = streams.newKey();
		}

		@Override
		public void onHeadersRead(ChannelHandlerContext context, int streamId, Http2Headers headers, int streamDependency, short weight,
				boolean exclusive, int padding, boolean endOfStream) {
			onHeadersRead(context, streamId, headers, padding, endOfStream);
		}

		@Override
		public void onHeadersRead(ChannelHandlerContext context, int streamId, Http2Headers headers, int padding, boolean endOfStream) {
			Http2Request request = new Http2Request(headers);
			streams.stream(streamId).setProperty(requestKey, request);
			if (endOfStream) {
				connection.received(context, streamId, request);
			}
		}

		@Override
		public int onDataRead(ChannelHandlerContext context, int streamId, ByteBuf data, int padding, boolean endOfStream) {
			Http2Stream stream = streams.stream(streamId);
			Http2Request request = stream.getProperty(requestKey);
			int processed = data.readableBytes() + padding;
			request.append(data);
			if (endOfStream) {
				connection.received(context, streamId, request);
			}
			return processed;
		}
	}
}
