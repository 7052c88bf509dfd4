package org.schoolbell.sandbox.apns;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;

import org.schoolbell.sandbox.fault.FaultBoard;

/** Builds a connection and puts the frames of each stream together for it. */
final class ApnsConnectionBuilder extends AbstractHttp2ConnectionHandlerBuilder<ApnsConnection, ApnsConnectionBuilder> {
	private static final long FAREWELL_MS = 30_000;

	private final ApnsReceiver receiver;
	private final FaultBoard faults;

	ApnsConnectionBuilder(ApnsReceiver receiver, FaultBoard faults) {
		this.receiver = receiver;
		this.faults = faults;
		server(true);
		gracefulShutdownTimeoutMillis(FAREWELL_MS);
		initialSettings(Http2Settings.defaultSettings().maxConcurrentStreams(ApnsConnection.STREAMS_BEFORE_TRUST));
	}

	@Override
	protected ApnsConnection build() {
		return super.build();
	}

	@Override
	protected ApnsConnection build(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
		ApnsConnection connection = new ApnsConnection(decoder, encoder, settings, receiver, faults);
		frameListener(new Assembly(connection));
		return connection;
	}

	private static final class Assembly extends Http2FrameAdapter {
		private final ApnsConnection connection;
		private final Http2Connection streams;
		private final Http2Connection.PropertyKey requestKey;

		Assembly(ApnsConnection connection) {
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
			ApnsRequest request = new ApnsRequest(headers);
			streams.stream(streamId).setProperty(requestKey, request);
			if (endOfStream) {
				connection.received(context, streamId, request);
			}
		}

		@Override
		public int onDataRead(ChannelHandlerContext context, int streamId, ByteBuf data, int padding, boolean endOfStream) {
			Http2Stream stream = streams.stream(streamId);
			ApnsRequest request = stream.getProperty(requestKey);
			int processed = data.readableBytes() + padding;
			request.append(data);
			if (endOfStream) {
				connection.received(context, streamId, request);
			}
			return processed;
		}
	}
}
