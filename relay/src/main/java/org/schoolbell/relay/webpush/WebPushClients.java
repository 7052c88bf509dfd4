package org.schoolbell.relay.webpush;

import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

import org.schoolbell.wire.WebPushEndpoint;

/** Makes HTTP clients: one sort for the internet, and one for servers of the operator's, which the list has with a port. Thread-safe. */
final class WebPushClients {
	private static final int HTTPS = 443;
	private static final int IDLE_CONNECTIONS = 5;
	private static final int IDLE_MINUTES = 5;

	private final OkHttpClient internet;
	private final OkHttpClient named;

	WebPushClients(WebPushSettings settings, @Nullable SslBundle trusted, Dns resolver) {
		Duration timeout = settings.answerTimeout();
		OkHttpClient common = new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false)
				// The journey of a push tries again by itself, and counts.
				.retryOnConnectionFailure(false)
				// A proxy would resolve the host once more, and connect to what it likes.
				.proxy(Proxy.NO_PROXY).connectionSpecs(List.of(ConnectionSpec.MODERN_TLS)).connectTimeout(timeout).readTimeout(timeout)
				.writeTimeout(timeout).callTimeout(timeout.plus(timeout.dividedBy(2))).build();
		this.internet = common.newBuilder().dns(new PublicAddresses(resolver)).build();
		this.named = trusted == null ? common.newBuilder().dns(resolver).build() : trusting(common.newBuilder().dns(resolver), trusted);
	}

	static WebPushClients of(WebPushSettings settings, SslBundles bundles) {
		String name = settings.sslBundle();
		return new WebPushClients(settings, name == null ? null : bundles.getBundle(name), Dns.SYSTEM);
	}

	/** Each with connections of its own, so that it can be given up whole. */
	Supplier<OkHttpClient> forServer(WebPushEndpoint endpoint) {
		OkHttpClient like = endpoint.port() == HTTPS ? internet : named;
		return () -> like.newBuilder().connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES)).build();
	}

	private static OkHttpClient trusting(OkHttpClient.Builder client, SslBundle bundle) {
		X509TrustManager trust = Arrays.stream(bundle.getManagers().getTrustManagers()).filter(X509TrustManager.class::isInstance)
				.map(X509TrustManager.class::cast).findFirst()
				.orElseThrow(() -> new IllegalStateException("schoolbell.relay.webpush.ssl-bundle: the bundle has no trust store"));
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new X509TrustManager[]{trust}, null);
			return client.sslSocketFactory(context.getSocketFactory(), trust).build();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("no TLS for Web Push", e);
		}
	}
}
