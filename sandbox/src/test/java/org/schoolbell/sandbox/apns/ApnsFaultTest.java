package org.schoolbell.sandbox.apns;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.schoolbell.sandbox.delivery.Delivery;
import org.schoolbell.sandbox.fault.Disconnect;
import org.schoolbell.sandbox.fault.Fault;
import org.schoolbell.sandbox.fault.FaultAnswer;
import org.schoolbell.sandbox.http2.Http2Answer;
import org.schoolbell.sandbox.phone.Platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApnsFaultTest {
	private static final String ANA = "a".repeat(64);
	private static final Duration LATENCY = Duration.ofSeconds(1);
	private static final String MAYA = "b".repeat(64);

	@TempDir
	private static Path folder;
	private ApnsStandIn apns;
	private TestingSender sender;

	@BeforeEach
	void start() throws Exception {
		apns = ApnsStandIn.start(0, folder);
		apns.addPhone("ana-lopez", "ana-phone", ANA);
		apns.addPhone("maya-lopez", "maya-phone", MAYA);
		sender = TestingSender.to(apns);
	}

	@AfterEach
	void stop() {
		sender.close();
		apns.close();
	}

	@Test
	void anyReasonCanBeAnsweredAndThePhoneShowsNothing() throws Exception {
		Instant since = Instant.ofEpochMilli(1_764_000_000_123L);
		apns.faults()
				.set(Fault.answering(Platform.APNS, new FaultAnswer(410, "ExpiredToken", null, since.toEpochMilli(), null, null, null)));

		PushNotificationResponse<SimpleApnsPushNotification> answer = sender.send(sender.to(ANA));

		assertThat(answer.getStatusCode()).isEqualTo(410);
		assertThat(answer.getRejectionReason()).contains("ExpiredToken");
		assertThat(answer.getTokenInvalidationTimestamp()).contains(since);
		assertThat(apns.deliveries().all()).isEmpty();
	}

	@Test
	void aFaultConcernsOnlyTokensWithItsPrefixAndTheFirstThatFitsDecides() throws Exception {
		apns.faults().set(List.of(forPrefix("aaa", FaultAnswer.of(429, "TooManyRequests")),
				forPrefix("a", FaultAnswer.of(500, "InternalServerError"))));

		assertThat(sender.send(sender.to(ANA)).getStatusCode()).isEqualTo(429);
		assertThat(sender.send(sender.to(MAYA)).isAccepted()).isTrue();
	}

	@Test
	void aRateHitsEvenlyAndStatus200HidesWhatItHits() throws Exception {
		apns.faults().set(new Fault(Platform.APNS, null, new BigDecimal("0.02"), new FaultAnswer(200, null, null, null, null, null, null),
				0, 0, null));
		List<UUID> sent = IntStream.range(0, 150).mapToObj(_ -> UUID.randomUUID()).toList();

		for (UUID id : sent) {
			assertThat(sender.send(sender.to(ANA).id(id)).isAccepted()).isTrue();
		}

		List<String> hidden = List.of(sent.get(49).toString(), sent.get(99).toString(), sent.get(149).toString());
		assertThat(apns.deliveries().all()).hasSize(147).extracting(Delivery::id).doesNotContainAnyElementsOf(hidden);
	}

	@Test
	void latencyHoldsAPushBackWithoutHoldingUpOthers() throws Exception {
		assertThat(sender.send(sender.to(MAYA)).isAccepted()).isTrue();
		apns.faults().set(new Fault(Platform.APNS, "a", null, null, LATENCY.toMillis(), 0, null));
		long start = System.nanoTime();

		List<CompletableFuture<PushNotificationResponse<SimpleApnsPushNotification>>> slow = IntStream.range(0, 50)
				.<CompletableFuture<PushNotificationResponse<SimpleApnsPushNotification>>>mapToObj(_ -> sender.start(sender.to(ANA)))
				.toList();
		assertThat(sender.send(sender.to(MAYA)).isAccepted()).isTrue();

		assertThat(slow).allSatisfy(answer -> assertThat(answer.get(10, TimeUnit.SECONDS).isAccepted()).isTrue());
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(LATENCY);
		assertThat(apns.deliveries().all()).hasSize(52).extracting(Delivery::device).startsWith("maya-phone", "maya-phone", "ana-phone");
	}

	@Test
	void headersRetryAfterAndARawBodyAreAnsweredAsGiven() {
		Http2Answer answer = ApnsAnswer.of(new FaultAnswer(503, "ServiceUnavailable", Duration.ofSeconds(90), null, null,
				Map.of("X-Trace", "7"), "<html>Bad gateway</html>"));

		assertThat(answer).isEqualTo(new Http2Answer(503, Map.of("retry-after", "90", "x-trace", "7"), "<html>Bad gateway</html>"));
	}

	@Test
	void aGoodByeLeavesThePushUnseenAndTheNextConnectionServes() throws Exception {
		assertThat(sender.send(sender.to(ANA)).isAccepted()).isTrue();
		apns.faults().set(Fault.disconnecting(Platform.APNS, 2, Disconnect.GOAWAY));

		assertThat(sender.send(sender.to(ANA)).isAccepted()).isTrue();
		assertThatThrownBy(() -> sender.send(sender.to(ANA))).hasCauseInstanceOf(IOException.class);
		assertThat(apns.deliveries().all()).hasSize(2);
		assertThat(sender.send(sender.to(ANA)).isAccepted()).isTrue();
	}

	@Test
	void aResetComesInsteadOfTheAnswerToAPushThatIsShown() throws Exception {
		apns.faults().set(Fault.disconnecting(Platform.APNS, 1, Disconnect.RESET));

		assertThatThrownBy(() -> sender.send(sender.to(ANA))).hasCauseInstanceOf(IOException.class);

		assertThat(apns.deliveries().awaitCount(1, Duration.ofSeconds(5))).hasSize(1);
		apns.faults().clear();
		assertThat(sender.send(sender.to(ANA)).isAccepted()).isTrue();
	}

	@Test
	void silenceShowsThePushAndSaysNothingMoreOnThatConnection() throws Exception {
		apns.faults().set(Fault.disconnecting(Platform.APNS, 1, Disconnect.SILENCE));

		CompletableFuture<PushNotificationResponse<SimpleApnsPushNotification>> unanswered = sender.start(sender.to(ANA));

		assertThat(apns.deliveries().awaitCount(1, Duration.ofSeconds(5))).hasSize(1);
		apns.faults().clear();
		CompletableFuture<PushNotificationResponse<SimpleApnsPushNotification>> after = sender.start(sender.to(ANA));
		assertThatThrownBy(() -> after.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
		assertThat(unanswered).isNotDone();
		assertThat(apns.deliveries().all()).hasSize(1);
	}

	private static Fault forPrefix(String prefix, FaultAnswer answer) {
		return new Fault(Platform.APNS, prefix, null, answer, 0, 0, null);
	}
}
