package org.schoolbell.district.preference.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.schoolbell.district.dispatch.check.ConnectionReport;
import org.schoolbell.district.dispatch.check.Wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectionChecksTest {
	private static final int ASKING = 8;

	@Test
	void whoAsksWhileACheckRunsGetsItsAnswer() throws Exception {
		AtomicInteger runs = new AtomicInteger();
		CountDownLatch asked = new CountDownLatch(ASKING);
		ConnectionChecks checks = new ConnectionChecks(() -> {
			runs.incrementAndGet();
			asked.await();
			return report();
		});
		List<Future<ConnectionReport>> answers = new ArrayList<>();
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < ASKING; i++) {
				answers.add(people.submit(() -> {
					asked.countDown();
					return checks.run();
				}));
			}
		}

		// Whoever had counted down and not yet asked when the first was done has begun another, after it.
		List<ConnectionReport> found = new ArrayList<>();
		for (Future<ConnectionReport> answer : answers) {
			found.add(answer.get(1, TimeUnit.MINUTES));
		}
		assertThat(found.stream().map(System::identityHashCode).distinct().count()).isEqualTo(runs.get());
		assertThat(checks.latest().orElseThrow()).isIn(found);
	}

	@Test
	void atMostOneRunsAtATime() throws Exception {
		AtomicInteger running = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger runs = new AtomicInteger();
		ConnectionChecks checks = new ConnectionChecks(() -> {
			most.accumulateAndGet(running.incrementAndGet(), Math::max);
			runs.incrementAndGet();
			Thread.onSpinWait();
			running.decrementAndGet();
			return report();
		});
		try (ExecutorService people = Executors.newFixedThreadPool(ASKING)) {
			for (int i = 0; i < 500; i++) {
				Future<?> _ = people.submit(checks::run);
			}
		}

		assertThat(most).hasValue(1);
		assertThat(runs.get()).isPositive();
	}

	@Test
	void aCheckThatFailsByItselfLeavesThePlaceAndTheLastAnswer() throws Exception {
		AtomicInteger runs = new AtomicInteger();
		ConnectionChecks checks = new ConnectionChecks(() -> {
			if (runs.incrementAndGet() == 2) {
				throw new IllegalStateException("a fault");
			}
			return report();
		});
		ConnectionReport first = checks.run();

		assertThatThrownBy(checks::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("fault of its own");
		assertThat(checks.latest()).containsSame(first);
		assertThat(checks.run()).isNotSameAs(first);
	}

	private static ConnectionReport report() {
		return new ConnectionReport(Instant.EPOCH, new Wording("check.target.none", Map.of()), List.of(), null, null);
	}
}
