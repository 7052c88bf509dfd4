package org.schoolbell.sandbox.http2;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.sandbox.fault.Effect;
import org.schoolbell.sandbox.fault.FaultBoard;

/** One sender's HTTP/2 connection. All methods run on the connection's own thread and none blocks. */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its connection, and then nobody is left to tell.
final class Http2Connection extends Http2ConnectionHandler {
	private static final Logger LOG = LoggerFactory.getLogger(Http2Connection.class);
	/** A client's streams have odd numbers. */
	private static final int BETWEEN_STREAMS = 2;

	private final Http2Service service;
	private final FaultBoard faults;
	private int streams;
	private boolean silent;
	/** After a good-bye, pushes on higher streams have been declared unseen. */
	private int lastStream = Integer.MAX_VALUE;

	Http2Connection(Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings, Http2Service service,
			FaultBoard faults) {
		super(decoder, encoder, settings);
		this.service = service;
		this.streams = service.streams();
		this.faults = faults;
	}

	/** A push has arrived whole. */
	void received(ChannelHandlerContext context, int stream, Http2Request request) {
		Effect effect = faults.effectOn(service.platform(), service.addressee(request));
		if (effect.latencyMs() == 0) {
			serve(context, stream, request, effect);
			return;
		}
		context.executor().schedule(() -> {
			serve(context, stream, request, effect);
			context.flush();
		}, effect.latencyMs(), TimeUnit.MILLISECONDS);
	}

	private void serve(ChannelHandlerContext context, int stream, Http2Request request, Effect effect) {
		if (!context.channel().isActive() || silent || stream > lastStream) {
			return;
		}
		switch (effect.disconnect()) {
			case null -> write(context, stream, answer(request, effect));
			case GOAWAY -> leave(context, stream);
			case RESET -> {
				answer(request, effect);
				reset(context);
			}
			case SILENCE -> {
				answer(request, effect);
				silent = true;
			}
		}
	}

	private Http2Answer answer(Http2Request request, Effect effect) {
		if (effect.answer() != null) {
			return service.suffer(effect.answer(), request);
		}
		try {
			return service.receive(request);
		} catch (RuntimeException e) {
			LOG.error("The stand-in for {} failed on a push", service.platform(), e);
			return service.failed();
		}
	}

	private void write(ChannelHandlerContext context, int stream, Http2Answer answer) {
		if (connection().stream(stream) == null) {
			return; // The sender has given up on this one.
		}
		Http2Headers headers = new DefaultHttp2Headers().status(Integer.toString(answer.status()));
		answer.headers().forEach(headers::set);
		boolean bare = answer.body().isEmpty();
		encoder().writeHeaders(context, stream, headers, 0, bare, context.newPromise());
		if (!bare) {
			encoder().writeData(context, stream, Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8), 0, true,
					context.newPromise());
		}
		int after = service.streamsAfter(answer, streams);
		if (after != streams) {
			streams = after;
			encoder().writeSettings(context, new Http2Settings().maxConcurrentStreams(after), context.newPromise());
		}
	}

	/** Says good-bye; the connection closes when what came before this push has been answered. */
	private void leave(ChannelHandlerContext context, int stream) {
		lastStream = stream - BETWEEN_STREAMS;
		goAway(context, lastStream, Http2Error.NO_ERROR.code(), Unpooled.EMPTY_BUFFER, context.newPromise());
		context.flush();
		context.pipeline().close();
	}

	private static void reset(ChannelHandlerContext context) {
		// With nothing to linger for, closing sends RST; from the head of the pipeline, so that TLS says no good-bye either.
		context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
		context.pipeline().firstContext().close();
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
		if (silent) {
			in.skipBytes(in.readableBytes());
			return;
		}
		super.decode(context, in, out);
	}
}
