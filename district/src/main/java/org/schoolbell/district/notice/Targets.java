package org.schoolbell.district.notice;

import java.util.Optional;

import org.schoolbell.district.device.Endpoint;
import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsToken;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.FcmToken;
import org.schoolbell.wire.Target;

/** A device's address as the relay takes it. */
final class Targets {
	private Targets() {
	}

	/** @return empty for a browser: what goes there is sealed by the district, which does not yet do so */
	static Optional<Target> of(Endpoint endpoint) {
		return switch (endpoint) {
			case Endpoint.Apns apns ->
				Optional.of(new Target.Apns(new ApnsToken(apns.token()), new ApnsTopic(apns.topic()), environment(apns.environment())));
			case Endpoint.Fcm fcm -> Optional.of(new Target.Fcm(new FcmToken(fcm.token())));
			case Endpoint.WebPush _ -> Optional.empty();
		};
	}

	private static ApnsEnvironment environment(Endpoint.ApnsEnvironment environment) {
		return switch (environment) {
			case PRODUCTION -> ApnsEnvironment.PRODUCTION;
			case SANDBOX -> ApnsEnvironment.SANDBOX;
		};
	}
}
