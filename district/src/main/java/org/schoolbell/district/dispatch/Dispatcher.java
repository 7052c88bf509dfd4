package org.schoolbell.district.dispatch;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import org.schoolbell.district.dispatch.ConnectionState.Reason;
import org.schoolbell.wire.DistrictId;

/**
 * The publisher of this server: waits for its turn, connects, publishes, and begins again after every failure for as long as the server runs. It starts
 * last and stops first, so that receipts of what it has published can still be settled.
 */
final class Dispatcher implements SmartLifecycle {
	private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
	/** Beyond the wait for receipts: closing, and a broker that does not answer. */
	private static final Duration STOP_MARGIN = Duration.ofSeconds(12);

	private final BrokerSettings broker;
	private final DispatchSettings settings;
	private final BrokerLink link;
	private final PublisherLock lock;
	private final PushSource source;
	private final DispatchStatus status;
	private final DispatchMetrics metrics;
	private final CheckAnswers answers;
	private final InstantSource time;
	private final Backoff backoff;
	private CountDownLatch stop = new CountDownLatch(1);
	private @Nullable Thread thread;
	private int failures;

	Dispatcher(BrokerSettings broker, DispatchSettings settings, BrokerLink link, PublisherLock lock, PushSource source,
			DispatchStatus status,
			DispatchMetrics metrics, CheckAnswers answers, InstantSource time) {
		this.broker = broker;
		this.settings = settings;
		this.link = link;
		this.lock = lock;
		this.source = source;
		this.status = status;
		this.metrics = metrics;
		this.answers = answers;
		this.time = time;
		this.backoff = new Backoff(settings.reconnect(), settings.reconnectAtMost());
	}

	@Override
	public synchronized void start() {
		if (broker.host() == null) {
			LOG.info("No broker is configured (schoolbell.broker.host): nothing is published, and pushes wait in the outbox");
			return;
		}
		stop = new CountDownLatch(1);
		DistrictId district = new DistrictId(Objects.requireNonNull(broker.district()));
		thread = Thread.ofVirtual().name("publisher").start(() -> run(district));
	}

	@Override
	public synchronized void stop() {
		stop.countDown();
		Thread running = thread;
		thread = null;
		try {
			if (running != null && !running.join(settings.stopWithin().plus(STOP_MARGIN))) {
				LOG.warn("The publisher has not stopped in time; what is in flight is looked after at the next start");
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return thread != null;
	}

	private void run(DistrictId district) {
		try (lock) {
			while (!stopping()) {
				step(district);
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		status.down(Reason.STOPPED);
	}

	private void step(DistrictId district) throws InterruptedException {
		try {
			if (lock.hold()) {
				publish(district);
			} else {
				status.standingBy();
				pause(settings.standby());
			}
		} catch (IOException | TimeoutException | SQLException | RuntimeException e) {
			failed(e);
		}
	}

	private void publish(DistrictId district) throws IOException, TimeoutException, SQLException, InterruptedException {
		ReceiptFlow flow = new ReceiptFlow(settings, System::nanoTime);
		try (BrokerSession session = BrokerSession.open(link, district, source, flow, status, metrics, answers)) {
			Shift shift = new Shift(session, source, lock, flow, settings, metrics, time);
			shift.sayHello();
			status.connected();
			long began = System.nanoTime();
			try {
				shift.work(this::stopping);
			} finally {
				if (System.nanoTime() - began > settings.reconnectAtMost().toNanos()) {
					failures = 0;
				}
			}
		}
	}

	/** Another server may have a way to the broker or the database: it gets its turn while this one waits. */
	private void failed(Exception fault) throws InterruptedException {
		lock.close();
		Reason reason = Faults.reason(fault);
		if (reason == Reason.FAULT) {
			LOG.error("Publishing failed and is tried again", fault);
		} else {
			LOG.debug("Publishing failed and is tried again", fault);
		}
		status.down(reason);
		failures++;
		pause(backoff.delay(failures, ThreadLocalRandom.current().nextDouble()));
	}

	private boolean stopping() {
		return stop.getCount() == 0;
	}

	private void pause(Duration atMost) throws InterruptedException {
		if (stop.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
			LOG.debug("Stopping");
		}
	}
}
