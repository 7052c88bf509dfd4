package org.schoolbell.relay.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.schoolbell.relay.delivery.Backoff;
import org.schoolbell.relay.delivery.Deadline;
import org.schoolbell.relay.delivery.District;
import org.schoolbell.wire.DistrictId;

/** Keeps one district's queue consumed, for ever: broker away, queue not yet there, right not yet given, it waits and tries again. */
final class DistrictLink {
	private static final Logger LOG = LoggerFactory.getLogger(DistrictLink.class);
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
	private static final String STARTING = "starting";

	private final District district;
	private final Surroundings surroundings;
	private final BrokerConnection connection;
	private final Backoff backoff;
	private final CountDownLatch stopping = new CountDownLatch(1);
	private final Thread thread;
	private volatile @Nullable DistrictSession session;
	private volatile String state = STARTING;

	DistrictLink(District district, Surroundings surroundings, BrokerConnection connection) {
		this.district = district;
		this.surroundings = surroundings;
		this.connection = connection;
		Duration first = surroundings.settings().reconnect();
		this.backoff = new Backoff(first, first.compareTo(LONGEST_WAIT) > 0 ? first : LONGEST_WAIT);
		this.thread = Thread.ofVirtual().name("link-" + district.id()).unstarted(this::run);
	}

	void start() {
		thread.start();
	}

	private void run() {
		int failures = 0;
		try {
			do {
				try (DistrictSession current = open()) {
					session = current;
					current.start();
					failures = 0;
					changed(Broker.CONSUMING);
					changed(current.awaitEnd());
				} catch (IOException | TimeoutException | AlreadyClosedException e) {
					changed(Failures.sentence(e));
				} finally {
					session = null;
				}
				failures++;
			} while (!stopping.await(backoff.delay(failures, ThreadLocalRandom.current().nextDouble()).toNanos(), TimeUnit.NANOSECONDS));
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private DistrictSession open() throws IOException, TimeoutException {
		Connection broker = connection.get();
		return new DistrictSession(district, surroundings, channel(broker), channel(broker));
	}

	private static Channel channel(Connection broker) throws IOException {
		return broker.openChannel().orElseThrow(() -> new IOException("the broker allows this connection no more channels"));
	}

	/** One line for each change, however often the same thing is tried. */
	private void changed(String now) {
		if (now.equals(state)) {
			return;
		}
		state = now;
		if (now.equals(Broker.CONSUMING)) {
			LOG.info("District {}: consuming", district.id());
		} else if (stopping.getCount() > 0) {
			LOG.warn("District {}: not consuming, trying again until it works: {}", district.id(), now);
		}
	}

	DistrictId district() {
		return district.id();
	}

	boolean consuming() {
		return state.equals(Broker.CONSUMING);
	}

	/** {@link Broker#CONSUMING}, or why not. */
	String state() {
		return state;
	}

	/** Takes no more, waits until the deadline for what was taken, and ends. */
	void stop(Deadline deadline) throws InterruptedException {
		stopping.countDown();
		DistrictSession current = session;
		if (current != null) {
			current.finish(deadline);
			current.close();
		}
		thread.interrupt();
		thread.join();
	}
}
