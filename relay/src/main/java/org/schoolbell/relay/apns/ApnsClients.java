package org.schoolbell.relay.apns;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.net.ssl.SSLException;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import org.springframework.boot.ssl.SslBundles;

/**
 * Makes Pushy clients of one connection each, which share one thread. A bad key or trust store fails here, when the relay starts. Thread-safe; to be closed
 * after the clients.
 */
final class ApnsClients implements AutoCloseable {
	private final ApnsSettings settings;
	private final SslBundles bundles;
	private final ApnsSigningKey key;
	@SuppressWarnings("deprecation") // Pushy finds its channels by the names of groups, and knows no newer one.
	private final EventLoopGroup thread = new NioEventLoopGroup(1, Thread.ofPlatform().daemon().name("apns").factory());

	ApnsClients(ApnsSettings settings, SslBundles bundles) {
		this.settings = settings;
		this.bundles = bundles;
		this.key = key(settings);
	}

	Supplier<ApnsClient> to(ApnsSettings.Endpoint endpoint) {
		X509Certificate[] authorities = authorities(endpoint);
		return () -> {
			ApnsClientBuilder builder = new ApnsClientBuilder().setApnsServer(endpoint.address(), endpoint.port()).setSigningKey(key)
					.setEventLoopGroup(thread).setConcurrentConnections(1).setConnectionTimeout(settings.answerTimeout())
					.setGracefulShutdownTimeout(settings.answerTimeout());
			if (authorities.length > 0) {
				builder.setTrustedServerCertificateChain(authorities);
			}
			try {
				return builder.build();
			} catch (SSLException e) {
				throw new IllegalStateException("no TLS for APNs", e);
			}
		};
	}

	private static ApnsSigningKey key(ApnsSettings settings) {
		try {
			return ApnsSigningKey.loadFromPkcs8File(settings.keyFile().toFile(), settings.teamId(), settings.keyId());
		} catch (IOException | GeneralSecurityException e) {
			throw new IllegalStateException("schoolbell.relay.apns.key-file: " + settings.keyFile()
					+ " is not readable as the .p8 file (PKCS#8, elliptic curve) that Apple gives with a key", e);
		}
	}

	private X509Certificate[] authorities(ApnsSettings.Endpoint endpoint) {
		String name = endpoint.sslBundle();
		if (name == null) {
			return new X509Certificate[0];
		}
		try {
			KeyStore store = bundles.getBundle(name).getStores().getTrustStore();
			if (store == null) {
				throw new IllegalStateException("schoolbell.relay.apns: the SSL bundle " + name + " has no trust store");
			}
			List<X509Certificate> found = new ArrayList<>();
			for (String alias : Collections.list(store.aliases())) {
				if (store.getCertificate(alias) instanceof X509Certificate certificate) {
					found.add(certificate);
				}
			}
			return found.toArray(X509Certificate[]::new);
		} catch (KeyStoreException e) {
			throw new IllegalStateException("schoolbell.relay.apns: the trust store of the SSL bundle " + name + " cannot be read", e);
		}
	}

	@Override
	public void close() {
		thread.shutdownGracefully(0, settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
	}
}
