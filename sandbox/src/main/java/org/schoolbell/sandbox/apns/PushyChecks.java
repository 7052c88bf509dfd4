package org.schoolbell.sandbox.apns;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.net.ssl.SSLSession;
import javax.security.auth.x500.X500Principal;

import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.PushNotificationHandlerFactory;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.http2.Http2Request;

/**
 * Pushy's checks for one connection, used by its thread alone. To verify a token's signature costs a hundred times what the rest does,
 * and a sender uses one token for most of an hour. So a token that has just been found good on this connection is believed for a
 * minute; its pushes meanwhile go through the checks that Pushy has for senders with a client certificate, which are the same but for
 * the token.
 */
final class PushyChecks {
	private static final long BELIEVED_NANOS = Duration.ofMinutes(1).toNanos();

	private final PushNotificationHandler all;
	private final Map<String, PushNotificationHandler> allButToken;
	private @Nullable String good;
	private long goodSince;

	/** @param factory Pushy's, and {@code topics} the apps that may be pushed to */
	PushyChecks(PushNotificationHandlerFactory factory, SSLSession session, Set<String> topics) {
		this.all = factory.buildHandler(session);
		this.allButToken = topics.stream()
				.collect(Collectors.toUnmodifiableMap(Function.identity(), topic -> factory.buildHandler(certifiedFor(topic))));
	}

	void check(Http2Request request) throws RejectedNotificationException {
		PushNotificationHandler handler = believes(request) ? allButToken.get(request.header(ApnsHeader.TOPIC)) : null;
		if (handler != null) {
			handler.handlePushNotification(request.headers(), request.bodyBuffer());
			return;
		}
		all.handlePushNotification(request.headers(), request.bodyBuffer());
		good = request.header(ApnsHeader.AUTHORIZATION);
		goodSince = System.nanoTime();
	}

	private boolean believes(Http2Request request) {
		return good != null && good.equals(request.header(ApnsHeader.AUTHORIZATION)) && System.nanoTime() - goodSince < BELIEVED_NANOS;
	}

	/** All that Pushy reads of a session is for which app the other end has shown a certificate. */
	private static SSLSession certifiedFor(String topic) {
		X500Principal sender = new X500Principal("UID=" + topic);
		return (SSLSession) Proxy.newProxyInstance(PushyChecks.class.getClassLoader(), new Class<?>[]{SSLSession.class},
				(_, method, _) -> {
					if (method.getName().equals("getPeerPrincipal")) {
						return sender;
					}
					throw new UnsupportedOperationException(method.getName());
				});
	}
}
