package org.schoolbell.district.dispatch;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.stereotype.Component;

/** Opens connections to the relay's broker. Thread-safe. */
@Component
public class BrokerLink {
	private static final int HEARTBEAT_SECONDS = 20;
	private static final int TIMEOUT_MILLIS = 10_000;

	private final BrokerSettings settings;
	private final SslBundles bundles;

	public BrokerLink(BrokerSettings settings, SslBundles bundles) {
		this.settings = settings;
		this.bundles = bundles;
	}

	/**
	 * A new connection; the caller closes it. It does not recover by itself: what was in flight on it is looked after first.
	 *
	 * @throws IOException if the broker cannot be reached, is not who it should be, or refuses the sign-in
	 */
	public Connection open() throws IOException, TimeoutException {
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
		try {
			return tls(UnaryOperator.identity());
		} catch (GeneralSecurityException e) {
			throw new IOException("TLS cannot be set up", e);
		}
	}

	/**
	 * The TLS of {@link #open}, for whoever looks at it more closely. The host's name is left to the socket, which must be told to check it.
	 *
	 * @param around what decides on certificates, to be watched
	 * @throws GeneralSecurityException if the trusted certificates cannot be used
	 */
	public SSLContext tls(UnaryOperator<X509ExtendedTrustManager> around) throws GeneralSecurityException {
		SslManagerBundle managers = settings.sslBundle() == null
				? SslManagerBundle.from(authorities())
				: bundles.getBundle(settings.sslBundle()).getManagers();
		TrustManager[] trust = managers.getTrustManagers().clone();
		for (int i = 0; i < trust.length; i++) {
			trust[i] = trust[i] instanceof X509ExtendedTrustManager judge ? around.apply(judge) : trust[i];
		}
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), trust, null);
		return context;
	}

	/** The JVM's own. */
	private static TrustManagerFactory authorities() throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init((KeyStore) null);
		return factory;
	}
}
