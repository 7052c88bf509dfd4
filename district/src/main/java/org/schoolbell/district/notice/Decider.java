package org.schoolbell.district.notice;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.schoolbell.district.event.log.ChangeLog;
import org.schoolbell.district.event.log.Claims;
import org.schoolbell.district.event.log.Lane;
import org.schoolbell.district.event.log.Wake;

/**
 * Decides what changed, for as long as the server runs: urgent lanes first, then the others in turn. One thread; on several servers, one has a lane at
 * a time. A batch that fails leaves its lane for a while and no other, and loses nothing. Woken by each commit in this process, else it looks ten times a
 * second.
 */
@Component
class Decider implements SmartLifecycle {
	private static final Logger LOG = LoggerFactory.getLogger(Decider.class);
	private static final Duration POLL = Duration.ofMillis(100);
	private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
	private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

	private final Claims claims;
	private final LaneDecider lanes;
	private final Wake changes;
	private final Wake outboxWake;
	private final LaneRests rests = new LaneRests(System::nanoTime);
	private final Timer batches;
	private final Counter failures;
	private final Counter events;
	private final Counter notices;
	private final Counter pushes;
	private int lastLane;
	private volatile boolean stopping;
	private @Nullable Thread thread;

	Decider(Claims claims, LaneDecider lanes, ChangeLog log, Wake outboxWake, MeterRegistry meters) {
		this.claims = claims;
		this.lanes = lanes;
		this.changes = log.wake();
		this.outboxWake = outboxWake;
		this.batches = meters.timer("schoolbell.decider.batches");
		this.failures = meters.counter("schoolbell.decider.failures");
		this.events = meters.counter("schoolbell.decider.changes");
		this.notices = meters.counter("schoolbell.decider.notices");
		this.pushes = meters.counter("schoolbell.decider.pushes");
	}

	@Override
	public synchronized void start() {
		stopping = false;
		thread = Thread.ofPlatform().name("decider").start(this::run);
	}

	/** Waits for the batch in work. Whatever it had not committed by then is as it was. */
	@Override
	public synchronized void stop() {
		stopping = true;
		changes.signal();
		Thread running = thread;
		thread = null;
		try {
			if (running != null && !running.join(STOP_WITHIN)) {
				LOG.warn("The decider has not stopped in time; its batch will be decided again at the next start");
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return thread != null;
	}

	private void run() {
		try {
			while (!stopping) {
				if (!decideOne()) {
					changes.await(POLL);
				}
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** @return whether a batch was decided, so that there may be more */
	private boolean decideOne() throws InterruptedException {
		List<Lane> waiting;
		try {
			waiting = claims.waiting();
		} catch (RuntimeException e) {
			LOG.error("The change log cannot be read and is asked again in {}: {}", AFTER_FAULT, Faults.describe(e));
			changes.await(AFTER_FAULT);
			return false;
		}
		return waiting.stream().filter(rests::over).sorted(urgentFirstThenInTurn()).anyMatch(this::decide);
	}

	/** A lane never waits for a full turn of another of its urgency, however much that one gets. */
	private Comparator<Lane> urgentFirstThenInTurn() {
		int count = Lane.ALL.size();
		return Comparator.comparing((Lane lane) -> !lane.urgent())
				.thenComparingInt(lane -> Math.floorMod(lane.number() - lastLane - 1, count));
	}

	private boolean decide(Lane lane) {
		long began = System.nanoTime();
		try {
			Optional<LaneDecider.Batch> batch = lanes.decide(lane);
			lastLane = lane.number();
			rests.succeeded(lane);
			batch.ifPresent(decided -> count(decided, began));
			return batch.filter(decided -> decided.changes() > 0).isPresent();
		} catch (RuntimeException e) {
			failures.increment();
			LOG.error("The changes of lane {} cannot be decided and are tried again in {}: {}", lane.number(), rests.failed(lane),
					Faults.describe(e));
			return false;
		}
	}

	private void count(LaneDecider.Batch batch, long began) {
		if (batch.changes() > 0) {
			batches.record(Duration.ofNanos(System.nanoTime() - began));
			events.increment(batch.changes());
			notices.increment(batch.notices());
			pushes.increment(batch.pushes());
		}
		if (batch.pushes() > 0) {
			outboxWake.signal();
		}
	}
}
