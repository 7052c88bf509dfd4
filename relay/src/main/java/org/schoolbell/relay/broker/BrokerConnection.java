package org.schoolbell.relay.broker;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;

/** The one connection that all districts' channels share, made anew when it is lost. Thread-safe. */
final class BrokerConnection implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(BrokerConnection.class);
	private static final int HEARTBEAT_SECONDS = 20;
	private static final int TIMEOUT_MILLIS = 10_000;
	private static final int CLOSE_MILLIS = 2_000;

	private final BrokerSettings settings;
	private final SslBundles bundles;
	private final ExecutorService consumers = Executors.newVirtualThreadPerTaskExecutor();
	private @Nullable Connection connection;

	BrokerConnection(BrokerSettings settings, SslBundles bundles) {
		this.settings = settings;
		this.bundles = bundles;
	}

	/** The open connection, or a new one. */
	synchronized Connection get() throws IOException, TimeoutException {
		Connection current = connection;
		if (current == null || !current.isOpen()) {
			current = factory().newConnection("schoolbell-relay");
			connection = current;
			LOG.info("Connected to {}", settings.address());
		}
		return current;
	}

	synchronized boolean open() {
		return connection != null && connection.isOpen();
	}

	private ConnectionFactory factory() throws IOException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(settings.host());
		factory.setPort(settings.port());
		factory.setVirtualHost(settings.virtualHost());
		factory.setUsername(settings.username());
		factory.setPassword(settings.password().value());
		factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
		factory.setConnectionTimeout(TIMEOUT_MILLIS);
		factory.setHandshakeTimeout(TIMEOUT_MILLIS);
		// Ours: a lost channel abandons its batches first, which the client's own recovery knows nothing of.
		factory.setAutomaticRecoveryEnabled(false);
		factory.setTopologyRecoveryEnabled(false);
		factory.setSharedExecutor(consumers);
		factory.setThreadFactory(Thread.ofPlatform().daemon().name("broker-", 0).factory());
		if (settings.tls()) {
			factory.useSslProtocol(sslContext());
			factory.enableHostnameVerification();
		}
		return factory;
	}

	/** Asked at each connect, so that a renewed trust store is seen. */
	private SSLContext sslContext() throws IOException {
		if (settings.sslBundle() != null) {
			return bundles.getBundle(settings.sslBundle()).createSslContext();
		}
		try {
			return SSLContext.getDefault();
		} catch (NoSuchAlgorithmException e) {
			throw new IOException("this JVM has no TLS", e);
		}
	}

	@Override
	public synchronized void close() {
		if (connection != null) {
			connection.abort(CLOSE_MILLIS);
		}
		consumers.shutdown();
	}
}
