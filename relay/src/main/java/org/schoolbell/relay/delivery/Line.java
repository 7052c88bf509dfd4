package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one server of a provider: a client, replaced when its connection is lost. Thread-safe.
 *
 * <p>With a new client one push goes alone until it is answered, so that not each of hundreds opens a connection; the others wait for it. After a
 * loss the next client is made at once, and with growing waits while no answer comes.
 *
 * @param <C>
 *            what holds the connection
 */
public final class Line<C> {
	private static final Logger LOG = LoggerFactory.getLogger(Line.class);

	private final String name;
	private final Supplier<C> clients;
	private final Consumer<C> abandon;
	private final Duration patience;
	private final Duration trust;
	private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition changed = lock.newCondition();
	private @Nullable C client;
	/** Counts the clients, so that a late loss of an earlier one costs the present one nothing. */
	private long generation;
	/** Whether the present client has brought an answer. */
	private boolean proven;
	/** Of which client the log has said that it is connected. */
	private long announced;
	/** Until when an answer says that a connection stands. */
	private Deadline trusted = Deadline.in(Duration.ZERO);
	/** Losses since the last answer. */
	private int losses;
	private Deadline nextClient = Deadline.in(Duration.ZERO);
	private boolean closed;

	/**
	 * @param name
	 *            for the log, without anything secret
	 * @param abandon
	 *            ends a client that was lost, without waiting for it
	 * @param patience
	 *            how long a push waits for the one that tries a new client out
	 * @param trust
	 *            after this long without an answer a client is to be tried out again
	 */
	public Line(String name, Supplier<C> clients, Consumer<C> abandon, Duration patience, Duration trust) {
		this.name = name;
		this.clients = clients;
		this.abandon = abandon;
		this.patience = patience;
		this.trust = trust;
	}

	/** A client and how many were before it. */
	public record Lease<C>(C client, long generation) {}

	/** The client to send with; waits while another push tries it out. Empty if there is no connection to be had now. */
	public Optional<Lease<C>> enter() throws InterruptedException {
		long left = patience.toNanos();
		lock.lockInterruptibly();
		try {
			while (client != null && !proven) {
				if (left <= 0) {
					return Optional.empty();
				}
				left = changed.awaitNanos(left);
			}
			C current = client;
			if (current == null) {
				if (closed || nextClient.left().isPositive()) {
					return Optional.empty();
				}
				current = clients.get();
				client = current;
				generation++;
			} else if (!trusted.left().isPositive()) {
				proven = false;
			}
			return Optional.of(new Lease<>(current, generation));
		} finally {
			lock.unlock();
		}
	}

	/** An answer came with this client, whatever it said. */
	public void answered(Lease<C> lease) {
		lock.lock();
		try {
			if (generation != lease.generation() || client == null) {
				return;
			}
			trusted = Deadline.in(trust);
			if (proven) {
				return;
			}
			proven = true;
			losses = 0;
			changed.signalAll();
			if (announced != generation) {
				announced = generation;
				LOG.info("{}: connected", name);
			}
		} finally {
			lock.unlock();
		}
	}

	/** Gives the client up, if it is still the present one; others that wait for its answers get them as far as they come. */
	public void lost(Lease<C> lease, String why) {
		lost(lease.generation(), why);
	}

	/** As {@link #lost(Lease, String)}, by the number of the lease. */
	public void lost(long lostGeneration, String why) {
		C old;
		lock.lock();
		try {
			if (client == null || generation != lostGeneration) {
				return;
			}
			old = client;
			client = null;
			proven = false;
			losses++;
			// The first loss of a good connection may be an orderly goodbye of the provider's: no wait.
			nextClient = Deadline.in(losses == 1 ? Duration.ZERO : backoff.delay(losses - 1, ThreadLocalRandom.current().nextDouble()));
			changed.signalAll();
		} finally {
			lock.unlock();
		}
		LOG.warn("{}: connection given up, a new one follows: {}", name, why);
		abandon.accept(old);
	}

	/** From now on there is no connection to be had; the last client is for the caller to close. */
	public Optional<C> close() {
		lock.lock();
		try {
			closed = true;
			Optional<C> last = Optional.ofNullable(client);
			client = null;
			proven = false;
			changed.signalAll();
			return last;
		} finally {
			lock.unlock();
		}
	}
}
