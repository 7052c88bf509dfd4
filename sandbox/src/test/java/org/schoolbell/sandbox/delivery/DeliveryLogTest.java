package org.schoolbell.sandbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.schoolbell.sandbox.phone.DeviceToken;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.Platform;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryLogTest {
	private static final Phone ANA = new Phone("ana-lopez", "ana-phone", Platform.APNS, new DeviceToken("a".repeat(64)), null);
	private static final Phone MAYA = new Phone("maya-lopez", "maya-phone", Platform.APNS, new DeviceToken("b".repeat(64)), null);

	/** Any mixture of recording, paging and clearing must show a reader each delivery once, in order, unless it was cleared before. */
	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4, 5})
	void aReaderWhoGoesOnFromNextMissesAndRepeatsNothing(long seed) {
		RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
		DeliveryLog log = new DeliveryLog(2_000, () -> Instant.EPOCH);
		List<Long> expected = new ArrayList<>();
		List<Long> seen = new ArrayList<>();
		long next = 0;
		for (int step = 0; step < 2_000; step++) {
			if (random.nextInt(3) > 0) {
				expected.add(log.record(random.nextBoolean() ? ANA : MAYA, message()).seq());
			}
			if (random.nextInt(20) == 0) {
				DeliveryPage page;
				do {
					page = log.since(next, DeliveryFilter.ALL, 1 + random.nextInt(9));
					page.deliveries().forEach(delivery -> seen.add(delivery.seq()));
					next = page.next();
				} while (!page.deliveries().isEmpty());
			} else if (random.nextInt(100) == 0) {
				log.clear();
				expected.retainAll(Set.copyOf(seen));
			}
		}
		log.since(next, DeliveryFilter.ALL, Integer.MAX_VALUE).deliveries().forEach(delivery -> seen.add(delivery.seq()));
		assertThat(seen).isEqualTo(expected);
	}

	@Test
	void theOldestMakesRoomAndNumbersShowTheGap() {
		DeliveryLog log = new DeliveryLog(3, () -> Instant.EPOCH);
		for (int i = 0; i < 10; i++) {
			log.record(ANA, message());
		}

		assertThat(log.since(2, DeliveryFilter.ALL, 10).deliveries()).extracting(Delivery::seq).containsExactly(8L, 9L, 10L);
	}

	@Test
	void aFilterSkipsButNextGoesPastWhatWasSkipped() {
		DeliveryLog log = new DeliveryLog(10, () -> Instant.EPOCH);
		log.record(ANA, message());
		log.record(MAYA, message());
		log.record(ANA, message());

		assertThat(log.since(0, DeliveryFilter.of(List.of(), List.of("maya-lopez")), 10)).returns(4L, DeliveryPage::next)
				.satisfies(page -> assertThat(page.deliveries()).hasSize(1));
		assertThat(log.since(0, DeliveryFilter.of(List.of("ana-phone"), List.of("")), 1).next()).isEqualTo(2);
	}

	@Test
	void numbersGoOnAfterAllIsForgotten() {
		DeliveryLog log = new DeliveryLog(10, () -> Instant.EPOCH);
		log.record(ANA, message());
		log.clear();

		assertThat(log.since(0, DeliveryFilter.ALL, 10)).isEqualTo(new DeliveryPage(2, List.of()));
		assertThat(log.record(ANA, message()).seq()).isEqualTo(2);
	}

	@Test
	void aReaderFromAnEarlierProcessStartsFromTheBeginning() {
		DeliveryLog log = new DeliveryLog(10, () -> Instant.EPOCH);
		log.record(ANA, message());

		assertThat(log.since(4_711, DeliveryFilter.ALL, 10).deliveries()).hasSize(1);
	}

	@Test
	void aReaderIsWokenByADeliveryOfTheirsByAClearAndByTheEnd() throws Exception {
		DeliveryLog log = new DeliveryLog(10, () -> Instant.EPOCH);
		DeliveryLog.Reader reader = log.reader(0, DeliveryFilter.of(List.of(), List.of("maya-lopez")));
		CompletableFuture<DeliveryLog.Batch> waiting = next(reader);
		log.record(ANA, message());
		log.record(MAYA, message());
		assertThat(waiting.get(10, TimeUnit.SECONDS).deliveries()).extracting(Delivery::seq).containsExactly(2L);

		log.clear();
		log.record(MAYA, message());
		assertThat(next(reader).get(10, TimeUnit.SECONDS)).returns(true, DeliveryLog.Batch::cleared)
				.satisfies(batch -> assertThat(batch.deliveries()).extracting(Delivery::seq).containsExactly(3L));

		CompletableFuture<DeliveryLog.Batch> inVain = next(reader);
		log.close();
		assertThat(inVain.get(10, TimeUnit.SECONDS)).isEqualTo(new DeliveryLog.Batch(false, List.of()));
	}

	private static CompletableFuture<DeliveryLog.Batch> next(DeliveryLog.Reader reader) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return reader.next(Duration.ofMinutes(1));
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}, Thread::startVirtualThread);
	}

	private static Message message() {
		return new Message("id", null, true, "title", "body", Map.of());
	}
}
