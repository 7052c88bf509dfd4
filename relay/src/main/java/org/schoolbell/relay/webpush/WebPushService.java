package org.schoolbell.relay.webpush;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import okhttp3.HttpUrl;
import org.springframework.boot.ssl.SslBundles;

import org.schoolbell.relay.delivery.Answer;
import org.schoolbell.relay.delivery.Credential;
import org.schoolbell.relay.delivery.PushService;
import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Target;
import org.schoolbell.wire.WebPushEndpoint;
import org.schoolbell.wire.WebPushHosts;

/**
 * Sends pushes to browsers. Thread-safe; connects when first used, and is to be closed last of all that sends.
 *
 * <p>The credential is the district's own key, which signed each push before it came here; so health is kept by district, and one district's wrong key
 * pauses no other.
 */
public final class WebPushService implements PushService, AutoCloseable {
	/** Where Chromium moves the endpoints of subscriptions that have ended. */
	private static final String ENDED = "permanently-removed.invalid";

	private final WebPushSettings settings;
	private final Set<DistrictId> districts;
	private final WebPushHosts allowed;
	private final WebPushClients clients;
	private final InstantSource clock;
	private final Origins origins = new Origins();

	/** @throws IllegalStateException if the trust store cannot be read */
	public WebPushService(WebPushSettings settings, Collection<DistrictId> districts, SslBundles bundles, InstantSource clock) {
		this(settings, districts, WebPushClients.of(settings, bundles), clock);
	}

	WebPushService(WebPushSettings settings, Collection<DistrictId> districts, WebPushClients clients, InstantSource clock) {
		this.settings = settings;
		this.districts = Set.copyOf(districts);
		this.allowed = settings.allowed();
		this.clients = clients;
		this.clock = clock;
	}

	@Override
	public Set<Credential> credentials() {
		return districts.stream().map(WebPushService::credential).collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public Optional<Credential> credentialFor(DistrictId district, Target target) {
		return switch (target) {
			case Target.WebPush _ -> Optional.of(district).filter(districts::contains).map(WebPushService::credential);
			case Target.Apns _,Target.Fcm _ -> Optional.empty();
		};
	}

	private static Credential credential(DistrictId district) {
		return new Credential("webpush:" + district.value());
	}

	@Override
	public Answer send(Push push) throws InterruptedException {
		if (!(push.target() instanceof Target.WebPush target)) {
			throw new IllegalArgumentException("not a target of Web Push");
		}
		WebPushEndpoint endpoint = target.endpoint();
		if (endpoint.host().equals(ENDED)) {
			return new Answer.Gone(null);
		}
		HttpUrl url = HttpUrl.parse(endpoint.value());
		// What the list was asked for is what is connected to, also if two parsers should ever differ.
		if (!allowed.allow(endpoint) || url == null || !url.host().equals(endpoint.host()) || url.port() != endpoint.port()) {
			return new Answer.Refused("EndpointNotAllowed");
		}
		byte[] body = target.body().bytes();
		if (body.length > WebPushRequest.MAX_BYTES) {
			return new Answer.Refused("PayloadTooLarge");
		}
		Origin origin = origins.get(endpoint.origin(), name -> new Origin(name, clients.forServer(endpoint), settings, clock));
		return origin.send(WebPushRequest.of(url, push, target, body, settings.withoutTopic(), clock.instant()));
	}

	@Override
	public void close() {
		origins.close();
	}
}
