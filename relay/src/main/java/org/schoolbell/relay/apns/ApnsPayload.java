package org.schoolbell.relay.apns;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.ApnsPayloadBuilder;
import com.eatthepath.pushy.apns.util.SimpleApnsPayloadBuilder;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;

import org.schoolbell.wire.Alert;
import org.schoolbell.wire.Priority;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.Target;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What Apple gets of a push: headers and the JSON that the phone shows. */
final class ApnsPayload {
	/** Apple's limit for alerts; Pushy checks neither this nor the collapse id, whose 32 characters are half of what Apple takes. */
	static final int MAX_BYTES = 4096;
	private static final Duration SHORTEST = Duration.ofSeconds(60);
	private static final Duration LONGEST = Duration.ofDays(28);

	private ApnsPayload() {
	}

	static ApnsPushNotification notification(Push push, Target.Apns target, Instant now) {
		return new SimpleApnsPushNotification(target.token().value(), target.topic().value(), payload(push), expiration(push, now),
				priority(push.priority()), PushType.ALERT, push.collapse().value(), push.id().value());
	}

	static boolean fits(ApnsPushNotification notification) {
		return notification.getPayload().getBytes(UTF_8).length <= MAX_BYTES;
	}

	private static String payload(Push push) {
		Alert alert = Objects.requireNonNull(push.alert());
		ApnsPayloadBuilder payload = new SimpleApnsPayloadBuilder().setAlertTitle(alert.title()).setAlertBody(alert.body());
		if (push.alerting()) {
			payload.setSound(ApnsPayloadBuilder.DEFAULT_SOUND_FILENAME);
		}
		if (push.badge() != null) {
			payload.setBadgeNumber(push.badge());
		}
		if (push.link() != null) {
			payload.addCustomProperty("link", push.link());
		}
		if (push.sealed() != null) {
			// Without mutable-content the app's extension, which opens the seal, does not run.
			payload.setMutableContent(true).addCustomProperty("sealed", push.sealed().base64url());
		}
		return payload.build();
	}

	/** Never absent: Pushy would send 0, which Apple reads as "try once". */
	private static Instant expiration(Push push, Instant now) {
		Instant earliest = now.plus(SHORTEST);
		Instant latest = now.plus(LONGEST);
		Instant wanted = push.expiresAt();
		return wanted.isBefore(earliest) ? earliest : wanted.isAfter(latest) ? latest : wanted;
	}

	/** Pushy knows 10 and 5 only, so LOW, which is 1 at Apple, shares 5: later than at once, though not as late as it might be. */
	private static DeliveryPriority priority(Priority priority) {
		return switch (priority) {
			case HIGH -> DeliveryPriority.IMMEDIATE;
			case NORMAL, LOW -> DeliveryPriority.CONSERVE_POWER;
		};
	}
}
