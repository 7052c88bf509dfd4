package org.schoolbell.sandbox.apns;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import javax.net.ssl.SSLSession;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.concurrent.DefaultThreadFactory;

/** Listens for senders and gives each, once TLS stands, a connection of its own. */
final class ApnsListener implements AutoCloseable {
	private static final int THREADS = 2;
	private static final int CLOSE_SECONDS = 5;

	private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(THREADS, new DefaultThreadFactory("apns-stand-in", true),
			NioIoHandler.newFactory());
	private final Channel channel;

	ApnsListener(ApnsSettings settings, ApnsCredentials credentials, Function<SSLSession, ApnsConnection> connections) throws IOException {
		try {
			this.channel = bind(settings, tls(credentials), connections);
		} catch (IOException | RuntimeException e) {
			stopThreads();
			throw e;
		}
	}

	int port() {
		return ((InetSocketAddress) channel.localAddress()).getPort();
	}

	/** Closes every connection without a word, as a machine that goes down. */
	@Override
	public void close() {
		channel.close().syncUninterruptibly();
		stopThreads();
	}

	private void stopThreads() {
		threads.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
	}

	private Channel bind(ApnsSettings settings, SslContext tls, Function<SSLSession, ApnsConnection> connections) throws BindException {
		ServerBootstrap bootstrap = new ServerBootstrap().group(threads).channel(NioServerSocketChannel.class)
				.childHandler(new ChannelInitializer<>() {
					@Override
					protected void initChannel(Channel accepted) {
						SslHandler handler = tls.newHandler(accepted.alloc());
						accepted.pipeline().addLast(handler, new HandshakeEnd(handler, connections));
					}
				});
		ChannelFuture bound = bootstrap.bind(settings.address(), settings.port()).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			BindException failure = new BindException(
					"the APNs stand-in cannot listen on %s port %d; choose another with sandbox.apns.port (0 takes a free one)"
							.formatted(settings.address(), settings.port()));
			failure.initCause(bound.cause());
			throw failure;
		}
		return bound.channel();
	}

	private static SslContext tls(ApnsCredentials credentials) throws IOException {
		return SslContextBuilder.forServer(credentials.server().toFile(), credentials.serverKey().toFile())
				.protocols("TLSv1.3", "TLSv1.2").ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
				.applicationProtocolConfig(new ApplicationProtocolConfig(Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE,
						SelectedListenerFailureBehavior.ACCEPT, ApplicationProtocolNames.HTTP_2))
				.build();
	}

	/** Apple asks for HTTP/2, but takes it for granted from a sender that names no protocol, as Pushy's by default. */
	private static final class HandshakeEnd extends ApplicationProtocolNegotiationHandler {
		private final SslHandler tls;
		private final Function<SSLSession, ApnsConnection> connections;

		HandshakeEnd(SslHandler tls, Function<SSLSession, ApnsConnection> connections) {
			super(ApplicationProtocolNames.HTTP_2);
			this.tls = tls;
			this.connections = connections;
		}

		@Override
		protected void configurePipeline(ChannelHandlerContext context, String protocol) {
			context.pipeline().addLast(connections.apply(tls.engine().getSession()));
		}
	}
}
