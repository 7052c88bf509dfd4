package org.schoolbell.sandbox.http2;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Locale;
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

import org.schoolbell.sandbox.fault.FaultBoard;
import org.schoolbell.sandbox.tls.TlsFiles;

/** Listens for senders and gives each, once TLS stands, a connection of its own. */
public final class Http2Listener implements AutoCloseable {
	private static final int THREADS = 2;
	private static final int CLOSE_SECONDS = 5;

	private final EventLoopGroup threads;
	private final Channel channel;

	/**
	 * Where to listen, and what to say if that is impossible.
	 *
	 * @param name of the stand-in, as sentences have it
	 * @param setting of the port
	 * @param port 0 takes a free one
	 */
	public record Place(String name, String setting, String address, int port) {}

	/** @throws IOException if the port is taken or the certificate cannot be read */
	public Http2Listener(Place place, TlsFiles tls, FaultBoard faults, Function<SSLSession, Http2Service> services) throws IOException {
		this.threads = new MultiThreadIoEventLoopGroup(THREADS,
				new DefaultThreadFactory(place.name().replace(' ', '-').toLowerCase(Locale.ROOT), true), NioIoHandler.newFactory());
		try {
			this.channel = bind(place, tls(tls), session -> new Http2ConnectionBuilder(services.apply(session), faults).build());
		} catch (IOException | RuntimeException e) {
			stopThreads();
			throw e;
		}
	}

	/** The port it listens on. */
	public int port() {
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

	private Channel bind(Place place, SslContext tls, Function<SSLSession, Http2Connection> connections) throws BindException {
		ServerBootstrap bootstrap = new ServerBootstrap().group(threads).channel(NioServerSocketChannel.class)
				.childHandler(new ChannelInitializer<>() {
					@Override
					protected void initChannel(Channel accepted) {
						SslHandler handler = tls.newHandler(accepted.alloc());
						accepted.pipeline().addLast(handler, new HandshakeEnd(handler, connections));
					}
				});
		ChannelFuture bound = bootstrap.bind(place.address(), place.port()).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			BindException failure = new BindException(
					"the %s cannot listen on %s port %d; choose another with %s (0 takes a free one)"
							.formatted(place.name(), place.address(), place.port(), place.setting()));
			failure.initCause(bound.cause());
			throw failure;
		}
		return bound.channel();
	}

	private static SslContext tls(TlsFiles files) throws IOException {
		return SslContextBuilder.forServer(files.server().toFile(), files.serverKey().toFile())
				.protocols("TLSv1.3", "TLSv1.2").ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
				.applicationProtocolConfig(new ApplicationProtocolConfig(Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE,
						SelectedListenerFailureBehavior.ACCEPT, ApplicationProtocolNames.HTTP_2))
				.build();
	}

	/** HTTP/2 is asked for but, as at Apple, taken for granted from a sender that names no protocol, as Pushy's by default. */
	private static final class HandshakeEnd extends ApplicationProtocolNegotiationHandler {
		private final SslHandler tls;
		private final Function<SSLSession, Http2Connection> connections;

		HandshakeEnd(SslHandler tls, Function<SSLSession, Http2Connection> connections) {
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
