package org.schoolbell.relay.apns;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.PushNotificationResponse;

import org.schoolbell.relay.delivery.Line;

/**
 * The one connection of an app and environment to Apple, replaced when it is lost. Thread-safe.
 *
 * <p>On a new connection one push goes alone until it is answered, as Apple asks of token authentication. A lost client is closed with all that
 * still queues in it: Pushy would otherwise send that much later, when the district has already been told to come back, and overtake a newer
 * value.
 */
final class ApnsConnection implements AutoCloseable {
	/** An idle connection to Apple stays open, and Pushy replaces one that Apple closes. */
	private static final Duration TRUST = Duration.ofDays(365);

	private final Line<ApnsClient> line;
	private final Duration answerTimeout;

	ApnsConnection(String name, Supplier<ApnsClient> clients, Duration answerTimeout) {
		this.line = new Line<>(name, clients, lost -> {
			var _ = lost.close();
		}, answerTimeout, TRUST);
		this.answerTimeout = answerTimeout;
	}

	/** Apple's answer, and which of the successive clients it came by. */
	record Response(long generation, PushNotificationResponse<ApnsPushNotification> answer) {}

	/** Sends one notification and waits for Apple's answer, whatever it says. */
	Response send(ApnsPushNotification notification) throws ApnsUnreachableException, InterruptedException {
		Line.Lease<ApnsClient> lease = line.enter().orElseThrow(() -> new ApnsUnreachableException("NoConnection"));
		try {
			PushNotificationResponse<ApnsPushNotification> response = lease.client().sendNotification(notification)
					.get(answerTimeout.toNanos(), TimeUnit.NANOSECONDS);
			line.answered(lease);
			return new Response(lease.generation(), response);
		} catch (ExecutionException e) {
			line.lost(lease, String.valueOf(e.getCause()));
			throw new ApnsUnreachableException("ConnectionLost");
		} catch (TimeoutException _) {
			line.lost(lease, "no answer within " + answerTimeout);
			throw new ApnsUnreachableException("NoAnswer");
		} catch (InterruptedException e) {
			line.lost(lease, "the relay stops");
			throw e;
		}
	}

	/** Gives the client up, if it is still the present one. */
	void replace(long lost, String why) {
		line.lost(lost, why);
	}

	/** Closes the connection once what is in flight is answered. */
	@Override
	public void close() {
		line.close()
				.ifPresent(last -> last.close().orTimeout(answerTimeout.toNanos(), TimeUnit.NANOSECONDS).exceptionally(_ -> null).join());
	}
}
