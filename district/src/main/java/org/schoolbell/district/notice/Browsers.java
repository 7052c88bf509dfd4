package org.schoolbell.district.notice;

import java.util.Optional;

import org.springframework.stereotype.Component;

import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.dispatch.seal.ApplicationServerKey;
import org.schoolbell.district.dispatch.seal.PushServices;
import org.schoolbell.district.dispatch.seal.SealKeys;
import org.schoolbell.district.dispatch.seal.Sealer;
import org.schoolbell.district.dispatch.seal.Vapid;
import org.schoolbell.district.dispatch.seal.WebPushMessage;
import org.schoolbell.district.notice.PushEnd.How;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Target;
import org.schoolbell.wire.WebPushEndpoint;

/** Which browsers anything can be sent to, and what is sent. Thread-safe. */
@Component
class Browsers {
	private final ApplicationServerKey key;
	private final PushServices services;
	private final Vapid vapid;
	private final Sealer sealer;

	Browsers(ApplicationServerKey key, PushServices services, Vapid vapid, Sealer sealer) {
		this.key = key;
		this.services = services;
		this.vapid = vapid;
		this.sealer = sealer;
	}

	/** @return how a push ends to which nothing can be sent there, empty if it can */
	Optional<PushEnd> refusal(OutboxRow row, Endpoint endpoint) {
		return switch (endpoint) {
			case Endpoint.Apns _,Endpoint.Fcm _ -> Optional.empty();
			case Endpoint.WebPush _ when key.base64url().isEmpty() -> Optional.of(new PushEnd(row, How.NO_PROVIDER, null));
			case Endpoint.WebPush web when !key.matches(web.applicationServerKey()) ->
				Optional.of(new PushEnd(row, How.REJECTED, Outcome.Rejected.VAPID_KEY_MISMATCH));
			case Endpoint.WebPush web when !allowed(web) -> Optional.of(new PushEnd(row, How.REJECTED, "EndpointNotAllowed"));
			case Endpoint.WebPush _ -> Optional.empty();
		};
	}

	/** Refused at registration too; the operator's list may have become shorter since. */
	private boolean allowed(Endpoint.WebPush web) {
		try {
			return services.allow(new WebPushEndpoint(web.url()));
		} catch (IllegalArgumentException _) {
			return false;
		}
	}

	/** @throws RuntimeException if the browser's keys are none, or the message is too long to be sealed */
	Target target(Endpoint.WebPush web, WebPushMessage message) {
		WebPushEndpoint endpoint = new WebPushEndpoint(web.url());
		return new Target.WebPush(endpoint, vapid.authorization(endpoint),
				sealer.seal(new SealKeys(web.p256dh(), web.auth()), message.json()));
	}
}
