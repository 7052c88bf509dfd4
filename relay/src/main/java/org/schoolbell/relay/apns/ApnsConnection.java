package org.schoolbell.relay.apns;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.relay.delivery.Backoff;
import org.schoolbell.relay.delivery.Deadline;

/**
 * The one connection of an app and environment to Apple, replaced when it is lost. Thread-safe.
 *
 * <p>On a new connection one push goes alone until it is answered, as Apple asks of token authentication; the others wait for it. After a loss the
 * next client is made at once, and with growing waits while no answer comes. A lost client is closed with all that still queues in it: Pushy
 * would otherwise send that much later, when the district has already been told to come back, and overtake a newer value.
 */
final class ApnsConnection implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(ApnsConnection.class);

	private final String name;
	private final Supplier<ApnsClient> clients;
	private final Duration answerTimeout;
	private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition changed = lock.newCondition();
	private @Nullable ApnsClient client;
	/** Counts the clients, so that a late loss of an earlier one costs the present one nothing. */
	private long generation;
	/** Whether the present client has brought an answer. */
	private boolean proven;
	/** Losses since the last answer. */
	private int losses;
	private Deadline nextClient = Deadline.in(Duration.ZERO);
	private boolean closed;

	ApnsConnection(String name, Supplier<ApnsClient> clients, Duration answerTimeout) {
		this.name = name;
		this.clients = clients;
		this.answerTimeout = answerTimeout;
	}

	/** A client and how many were before it. */
	private record Lease(ApnsClient client, long generation) {}

	/** Apple's answer, and which of the successive clients it came by. */
	record Response(long generation, PushNotificationResponse<ApnsPushNotification> answer) {}

	/** Sends one notification and waits for Apple's answer, whatever it says. */
	Response send(ApnsPushNotification notification) throws ApnsUnreachableException, InterruptedException {
		Lease lease = enter();
		try {
			PushNotificationResponse<ApnsPushNotification> response = lease.client().sendNotification(notification)
					.get(answerTimeout.toNanos(), TimeUnit.NANOSECONDS);
			answered(lease);
			return new Response(lease.generation(), response);
		} catch (ExecutionException e) {
			replace(lease.generation(), String.valueOf(e.getCause()));
			throw new ApnsUnreachableException("ConnectionLost");
		} catch (TimeoutException _) {
			replace(lease.generation(), "no answer within " + answerTimeout);
			throw new ApnsUnreachableException("NoAnswer");
		} catch (InterruptedException e) {
			replace(lease.generation(), "the relay stops");
			throw e;
		}
	}

	/** Gives the client up, if it is still the present one; others that wait for its answers get them as far as Apple sends them. */
	void replace(long lost, String why) {
		ApnsClient old;
		lock.lock();
		try {
			if (client == null || generation != lost) {
				return;
			}
			old = client;
			client = null;
			proven = false;
			losses++;
			// The first loss of a good connection may be an orderly goodbye of Apple's: no wait.
			nextClient = Deadline.in(losses == 1 ? Duration.ZERO : backoff.delay(losses - 1, ThreadLocalRandom.current().nextDouble()));
			changed.signalAll();
		} finally {
			lock.unlock();
		}
		LOG.warn("{}: connection given up, a new one follows: {}", name, why);
		var _ = old.close();
	}

	/** The client to send with; waits while another push tries it out. */
	private Lease enter() throws ApnsUnreachableException, InterruptedException {
		long patience = answerTimeout.toNanos();
		lock.lockInterruptibly();
		try {
			while (client != null && !proven) {
				if (patience <= 0) {
					throw new ApnsUnreachableException("NoConnection");
				}
				patience = changed.awaitNanos(patience);
			}
			if (client == null) {
				if (closed || nextClient.left().isPositive()) {
					throw new ApnsUnreachableException("NoConnection");
				}
				client = clients.get();
				generation++;
			}
			return new Lease(client, generation);
		} finally {
			lock.unlock();
		}
	}

	private void answered(Lease lease) {
		lock.lock();
		try {
			if (generation == lease.generation() && client != null && !proven) {
				proven = true;
				losses = 0;
				changed.signalAll();
				LOG.info("{}: connected", name);
			}
		} finally {
			lock.unlock();
		}
	}

	/** Closes the connection once what is in flight is answered. */
	@Override
	public void close() {
		ApnsClient last;
		lock.lock();
		try {
			closed = true;
			last = client;
			client = null;
			proven = false;
			changed.signalAll();
		} finally {
			lock.unlock();
		}
		if (last != null) {
			last.close().orTimeout(answerTimeout.toNanos(), TimeUnit.NANOSECONDS).exceptionally(_ -> null).join();
		}
	}
}
