package org.schoolbell.district.dispatch;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Opens connections to the relay's broker. Thread-safe. */
@Component
class BrokerLink {
	private static final int HEARTBEAT_SECONDS = 20;
	private static final int TIMEOUT_MILLIS = 10_000;

	private final BrokerSettings settings;
	private final SslBundles bundles;

	BrokerLink(BrokerSettings settings, SslBundles bundles) {
		this.settings = settings;
		this.bundles = bundles;
	}

	/**
	 * A new connection; the caller closes it. It does not recover by itself: what was in flight on it is looked after first.
	 *
	 * @throws IOException if the broker cannot be reached, is not who it should be, or refuses the sign-in
	 */
	Connection open() throws IOException, TimeoutException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(settings.host());
		factory.setPort(settings.port());
		factory.setVirtualHost(settings.virtualHost());
		factory.setUsername(settings.username());
		factory.setPassword(Objects.requireNonNull(settings.password()).value());
		factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
		factory.setConnectionTimeout(TIMEOUT_MILLIS);
		factory.setHandshakeTimeout(TIMEOUT_MILLIS);
		factory.setAutomaticRecoveryEnabled(false);
		factory.setTopologyRecoveryEnabled(false);
		factory.setThreadFactory(Thread.ofPlatform().daemon().name("broker-", 0).factory());
		if (settings.tls()) {
			factory.useSslProtocol(tls());
			factory.enableHostnameVerification();
		}
		return factory.newConnection("schoolbell-district-" + settings.district());
	}

	/** Asked at each connection, so that a renewed trust store is seen. */
	private SSLContext tls() throws IOException {
		if (settings.sslBundle() != null) {
			return bundles.getBundle(settings.sslBundle()).createSslContext();
		}
		try {
			return SSLContext.getDefault();
		} catch (NoSuchAlgorithmException e) {
			throw new IOException("this JVM has no TLS", e);
		}
	}
}
