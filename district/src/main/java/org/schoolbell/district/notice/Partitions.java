package org.schoolbell.district.notice;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes partitions ahead, at every start and then four times a day: of notices by month, of traces and ends of pushes by day, in UTC. Where that fails
 * nothing is lost and nobody waits: rows go to the default partition, and the next attempt moves them.
 */
@Component
class Partitions implements SmartLifecycle {
	static final int DAYS_AHEAD = 35;
	private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
	private static final Duration PERIOD = Duration.ofHours(6);
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

	private final PartitionTable table;
	private final InstantSource time;
	private @Nullable ScheduledExecutorService timer;

	Partitions(PartitionTable table, InstantSource time) {
		this.table = table;
		this.time = time;
	}

	/** Before anything that writes. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public synchronized void start() {
		makeAhead();
		ScheduledExecutorService started = Executors
				.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("partitions").factory());
		// Its result is of no use: each run catches what fails, and says so.
		Future<?> _ = started.scheduleWithFixedDelay(this::makeAhead, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
		timer = started;
	}

	@Override
	public synchronized void stop() {
		if (timer != null) {
			timer.shutdownNow();
			timer = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return timer != null;
	}

	/** From yesterday, whose changes may still be undecided. */
	void makeAhead() {
		LocalDate first = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).minusDays(1);
		LocalDate last = first.plusDays(DAYS_AHEAD + 1L);
		List<Partition> missing = new ArrayList<>();
		for (LocalDate month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
			missing.add(Partition.byId("notice", "id", "notice_" + DAY.format(month), month, month.plusMonths(1)));
		}
		for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
			missing.add(Partition.byId("trace", "event", "trace_" + DAY.format(day), day, day.plusDays(1)));
			missing.add(Partition.byTime("push_end", "at", "push_end_" + DAY.format(day), day, day.plusDays(1)));
		}
		try {
			Set<String> there = table.names();
			missing.removeIf(partition -> there.contains(partition.name()));
		} catch (RuntimeException e) {
			LOG.warn("Partitions cannot be listed and are made at the next attempt: {}", Faults.describe(e));
			return;
		}
		missing.forEach(this::make);
	}

	private void make(Partition partition) {
		try {
			table.make(partition);
		} catch (RuntimeException e) {
			LOG.warn("Partition {} is made at the next attempt, its rows go to the default one: {}", partition.name(), Faults.describe(e));
		}
	}
}
