package org.schoolbell.relay.apns;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;

import org.schoolbell.relay.delivery.Answer;
import org.schoolbell.relay.delivery.Credential;
import org.schoolbell.relay.delivery.PushService;
import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Target;

/** Sends pushes to Apple. Thread-safe; connects when first used, and is to be closed last of all that sends. */
public final class ApnsPushService implements PushService, AutoCloseable {
	/** An answer that asks for a new connection is followed at most this often; then it stands. */
	private static final int RESENDS = 2;

	private final InstantSource clock;
	private final ApnsClients clients;
	private final Map<Route, ApnsConnection> connections = new LinkedHashMap<>();

	/** An app in an environment: Apple ties tokens to both, so connections and health are kept apart by both. */
	private record Route(ApnsTopic topic, ApnsEnvironment environment) {
		Credential credential() {
			return new Credential("apns:" + topic + ":" + environment);
		}
	}

	/** @throws IllegalStateException if the key or a trust store cannot be read, saying which */
	public ApnsPushService(ApnsSettings settings, SslBundles bundles, InstantSource clock) {
		this.clock = clock;
		this.clients = new ApnsClients(settings, bundles);
		for (ApnsSettings.Endpoint endpoint : settings.environments()) {
			for (ApnsTopic topic : settings.topics()) {
				Route route = new Route(topic, endpoint.environment());
				connections.put(route,
						new ApnsConnection(route.credential().name(), clients.to(endpoint), settings.answerTimeout()));
			}
		}
	}

	@Override
	public Set<Credential> credentials() {
		return connections.keySet().stream().map(Route::credential).collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public Optional<Credential> credentialFor(DistrictId district, Target target) {
		return switch (target) {
			case Target.Apns apns -> Optional.of(new Route(apns.topic(), apns.environment())).filter(connections::containsKey)
					.map(Route::credential);
			case Target.Fcm _,Target.WebPush _ -> Optional.empty();
		};
	}

	@Override
	public Answer send(Push push) throws InterruptedException {
		if (!(push.target() instanceof Target.Apns target)) {
			throw new IllegalArgumentException("not a target of APNs");
		}
		ApnsConnection connection = connections.get(new Route(target.topic(), target.environment()));
		if (connection == null) {
			throw new IllegalArgumentException("no connection for this topic and environment");
		}
		ApnsPushNotification notification = ApnsPayload.notification(push, target, clock.instant());
		if (!ApnsPayload.fits(notification)) {
			return new Answer.Refused("PayloadTooLarge");
		}
		return send(connection, notification);
	}

	private static Answer send(ApnsConnection connection, ApnsPushNotification notification) throws InterruptedException {
		try {
			for (int sent = 0;; sent++) {
				ApnsConnection.Response response = connection.send(notification);
				ApnsVerdict verdict = verdict(response.answer());
				switch (verdict.connection()) {
					case KEEP -> {
						return verdict.answer();
					}
					case REPLACE -> {
						connection.replace(response.generation(), verdict.answer().toString());
						return verdict.answer();
					}
					case REPLACE_AND_RESEND -> {
						connection.replace(response.generation(), verdict.answer().toString());
						if (sent == RESENDS) {
							return verdict.answer();
						}
					}
				}
			}
		} catch (ApnsUnreachableException e) {
			return new Answer.Unreachable(ApnsVerdict.LOST_DELAY, e.word());
		}
	}

	private static ApnsVerdict verdict(PushNotificationResponse<ApnsPushNotification> response) {
		String providerId = response.getApnsUniqueId().map(Object::toString).orElse("");
		return ApnsVerdict.of(response.getStatusCode(), response.getRejectionReason().orElse(null),
				response.getTokenInvalidationTimestamp().orElse(null), providerId);
	}

	@Override
	public void close() {
		connections.values().forEach(ApnsConnection::close);
		clients.close();
	}
}
