package org.schoolbell.relay.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.schoolbell.relay.TestingPushes;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.DistrictId;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** What no provider's stand-in shows: a relay that is full, its own faults, and batches that nobody waits for any more. */
class CarrierTest {
	private static final Clock CLOCK = Clock.systemUTC();
	private static final Credential CREDENTIAL = new Credential("testing");
	private static final Answer ACCEPTED = new Answer.Accepted("");
	private static final Answer LOST = new Answer.Unreachable(Duration.ofSeconds(30), "ConnectionLost");

	@Test
	void aPushThatFindsNoPlaceInTimeIsDeferred() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		Parcel parcel = new Parcel(2, Duration.ofMillis(200));

		carrier(1, _ -> {
			answer.await();
			return ACCEPTED;
		}).carry(parcel);

		assertThat(parcel.next().outcome()).isEqualTo(new Outcome.Deferred(Duration.ofSeconds(30), "RelayBusy"));
		answer.countDown();
		assertThat(parcel.next().outcome()).isEqualTo(new Outcome.Accepted());
	}

	@Test
	void aFaultOfOurOwnCostsNeitherThePushNorItsReceipt() throws Exception {
		Parcel parcel = new Parcel(1, Duration.ofSeconds(30));

		carrier(10, _ -> {
			throw new IllegalStateException("planted");
		}).carry(parcel);

		assertThat(parcel.next().outcome()).isEqualTo(new Outcome.Deferred(Duration.ofSeconds(30), "RelayFault"));
	}

	@Test
	void anUnreachableProviderIsTriedAgainUntilTimeIsUp() throws Exception {
		AtomicInteger asked = new AtomicInteger();
		Parcel parcel = new Parcel(1, Duration.ofMillis(500));

		carrier(10, _ -> {
			asked.incrementAndGet();
			return LOST;
		}).carry(parcel);

		Receipt receipt = parcel.next();
		assertThat(receipt.outcome()).isEqualTo(new Outcome.Deferred(Duration.ofSeconds(30), "ConnectionLost"));
		assertThat(receipt.attempts()).isEqualTo(asked.get()).isGreaterThan(1);
	}

	@Test
	void aPushIsNotTriedAgainOnceItsBatchIsLost() throws Exception {
		AtomicInteger asked = new AtomicInteger();
		Parcel parcel = new Parcel(1, Duration.ofSeconds(30));
		PushService loses = service(_ -> {
			asked.incrementAndGet();
			parcel.lost = true;
			return LOST;
		});
		CredentialHealth health = new CredentialHealth(CREDENTIAL, CLOCK, Duration.ofMinutes(1));
		Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1));
		Push push = parcel.batch.pushes().getFirst();

		assertThat(new Journey(parcel, push, loses, health, CLOCK, backoff).travel()).isEmpty();
		assertThat(new Journey(parcel, push, loses, health, CLOCK, backoff).travel()).isEmpty();
		assertThat(asked).hasValue(1);
	}

	private interface Provider {
		Answer answer(Push push) throws InterruptedException;
	}

	private static Carrier carrier(int streams, Provider provider) {
		DeliverySettings settings = new DeliverySettings(streams, Duration.ofSeconds(30), Duration.ofMillis(20), Duration.ofMinutes(1));
		return new Carrier(List.of(service(provider)), CLOCK, settings, new SimpleMeterRegistry());
	}

	private static PushService service(Provider provider) {
		return new PushService() {
			@Override
			public Set<Credential> credentials() {
				return Set.of(CREDENTIAL);
			}

			@Override
			public Optional<Credential> credentialFor(DistrictId district, Target target) {
				return Optional.of(CREDENTIAL);
			}

			@Override
			public Answer send(Push push) throws InterruptedException {
				return provider.answer(push);
			}
		};
	}

	/** A batch and its receipts. */
	private static final class Parcel implements Consignment {
		final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
		final PushBatch batch;
		final Deadline deadline;
		volatile boolean lost;

		Parcel(int pushes, Duration hold) {
			batch = TestingPushes.batch(TestingPushes.toPhones("parcel", 0, pushes, CLOCK.instant()), CLOCK.instant());
			deadline = Deadline.in(hold);
		}

		Receipt next() throws InterruptedException {
			Receipt receipt = receipts.poll(10, TimeUnit.SECONDS);
			if (receipt == null) {
				throw new AssertionError("no receipt");
			}
			return receipt;
		}

		@Override
		public District district() {
			return new District(new DistrictId("north"), Set.of(new ApnsTopic(TestingPushes.TOPIC)));
		}

		@Override
		public PushBatch batch() {
			return batch;
		}

		@Override
		public Deadline deadline() {
			return deadline;
		}

		@Override
		public boolean wanted() {
			return !lost;
		}

		@Override
		public void finished(Receipt receipt) {
			receipts.add(receipt);
		}
	}
}
