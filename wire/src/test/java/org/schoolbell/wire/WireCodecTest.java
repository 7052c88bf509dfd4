package org.schoolbell.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class WireCodecTest {
	/** Written by hand from the contract, with two fields that no version has yet. */
	private static final String BATCH = """
			{ "batch": "01993f3e-0000-7000-8000-000000000001", "sentAt": "2026-11-24T14:03:22.481Z", "maxAge": "PT10M", "future": {"a": [1]},
			  "pushes": [ {
			    "id": "01993f3e-0000-7000-8000-000000000002", "ref": "n-77",
			    "target": { "platform": "APNS", "token": "abcdef0123", "topic": "org.example.portal", "environment": "SANDBOX" },
			    "collapse": "AbCdEfGhIjKlMnOpQrStUvWxYz01-_34", "priority": "HIGH", "alerting": true,
			    "expiresAt": "2026-11-24T23:59:00Z", "kind": "ATTENDANCE", "later": 5,
			    "alert": { "title": "Maya Lopez", "body": "Absent" }, "badge": 3, "link": "/n/0199" } ] }
			""";
	private static final String RECEIPTS = """
			{ "receipts": [
			    { "push": "01993f3e-0000-7000-8000-000000000002", "ref": "n-77", "outcome": "ACCEPTED", "reason": null, "since": null,
			      "retryAfter": null, "provider": "APNS", "at": "2026-11-24T14:03:22.900Z", "attempts": 1 },
			    { "push": "01993f3e-0000-7000-8000-000000000003", "ref": "n-78", "outcome": "DEFERRED", "reason": "ServiceUnavailable",
			      "retryAfter": "PT15M", "provider": "APNS", "at": "2026-11-24T14:03:23Z", "attempts": 2 } ],
			  "batches": [ { "batch": "01993f3e-0000-7000-8000-000000000001", "outcome": "CHECKED", "reason": null } ] }
			""";

	private final WireCodec codec = new WireCodec();

	@Test
	void aPushBatchIsReadAsTheContractWritesIt() throws MalformedMessageException {
		PushBatch batch = codec.decodePushBatch(BATCH.getBytes(UTF_8));

		assertThat(batch.sentAt()).isEqualTo(Instant.parse("2026-11-24T14:03:22.481Z"));
		assertThat(batch.maxAge()).isEqualTo(Duration.ofMinutes(10));
		assertThat(batch.isCheck()).isFalse();
		assertThat(batch.pushes()).containsExactly(new Push(PushId.parse("01993f3e-0000-7000-8000-000000000002"), new PushRef("n-77"),
				new Target.Apns(new ApnsToken("abcdef0123"), new ApnsTopic("org.example.portal"), ApnsEnvironment.SANDBOX),
				new CollapseId("AbCdEfGhIjKlMnOpQrStUvWxYz01-_34"), Priority.HIGH, true, Instant.parse("2026-11-24T23:59:00Z"),
				"ATTENDANCE", new Alert("Maya Lopez", "Absent"), 3, "/n/0199", null));
	}

	@Test
	void receiptsAreReadAsTheContractWritesThem() throws MalformedMessageException {
		Receipts receipts = codec.decodeReceipts(RECEIPTS.getBytes(UTF_8));

		assertThat(receipts.receipts()).extracting(Receipt::outcome).containsExactly(new Outcome.Accepted(),
				new Outcome.Deferred(Duration.ofMinutes(15), "ServiceUnavailable"));
		assertThat(receipts.batches()).containsExactly(BatchReceipt.checked(BatchId.parse("01993f3e-0000-7000-8000-000000000001")));
	}

	@Test
	void aBatchWithoutPushesIsACheck() throws MalformedMessageException {
		PushBatch check = PushBatch.check(BatchId.parse("01993f3e-0000-7000-8000-000000000001"), Instant.EPOCH, Duration.ofMinutes(1));

		assertThat(codec.decodePushBatch(codec.encode(check)).isCheck()).isTrue();
	}

	@ParameterizedTest
	@MethodSource
	void aFaultIsToldWithItsPlaceAndWithoutTheContent(String right, String wrong, String message) {
		byte[] body = BATCH.replace(right, wrong).getBytes(UTF_8);

		assertThatThrownBy(() -> codec.decodePushBatch(body)).isInstanceOf(MalformedMessageException.class).hasMessage(message)
				.hasNoCause();
	}

	static Stream<Arguments> aFaultIsToldWithItsPlaceAndWithoutTheContent() {
		return Stream.of(
				arguments("abcdef0123", "secret!", "push batch: pushes[0].target.token: an APNs token is 2 to 1000 hexadecimal digits"),
				arguments("01-_34", "01-_3", "push batch: pushes[0].collapse: collapse is exactly 32 characters of base64url"),
				arguments("\"PT10M\"", "600", "push batch: maxAge: a duration looks like PT10M, in days and smaller"),
				arguments("\"HIGH\"", "\"Maya\"",
						"push batch: pushes[0].priority: a value is missing or of the wrong type (line 5, column 65)"),
				arguments("\"badge\": 3", "\"badge\": \"Maya\"",
						"push batch: pushes[0].badge: a value is missing or of the wrong type (line 7, column 68)"),
				arguments("\"APNS\"", "\"PIGEON\"",
						"push batch: pushes[0].target: a value is missing or of the wrong type (line 4, column 29)"),
				arguments("\"alert\": { \"title\": \"Maya Lopez\", \"body\": \"Absent\" },", "", "push batch: pushes[0]: alert is missing"),
				arguments("\"ref\": \"n-77\",", "", "push batch: pushes[0]: ref is missing"),
				arguments("\"link\": \"/n/0199\" }", "\"link\": \"Maya",
						"push batch: pushes[0].link: not readable as JSON (line 7, column 88)"),
				arguments(BATCH, "null", "push batch is null, it must be an object"),
				arguments(BATCH, "", "push batch: a value is missing or of the wrong type (line 1, column 0)"));
	}

	@Test
	void bytesBeyondTheLimitAreRefusedUnread() {
		assertThatThrownBy(() -> codec.decodePushBatch(new byte[WireLimits.MAX_BYTES + 1])).isInstanceOf(MalformedMessageException.class)
				.hasMessage("push batch has 1048577 bytes, at most 1048576 are allowed");
	}

	@Test
	void aBatchBeyondTheLimitsCannotBeMade() {
		List<Push> pushes = new Samples(1).pushes(WireLimits.MAX_PUSHES + 1);

		assertThatIllegalArgumentException().isThrownBy(
				() -> new PushBatch(BatchId.parse("01993f3e-0000-7000-8000-000000000001"), Instant.EPOCH, Duration.ofMinutes(1), pushes))
				.withMessage("pushes holds at most 500");
	}

	@Test
	void tokensEndpointsAndTextsShowNothing() {
		String shown = new Samples(5).pushes(200).toString();

		for (Push push : new Samples(5).pushes(200)) {
			List<String> secrets = switch (push.target()) {
				case Target.Apns apns -> List.of(apns.token().value());
				case Target.Fcm fcm -> List.of(fcm.token().value());
				case Target.WebPush web -> List.of(web.endpoint().value(), web.authorization().value(), web.body().base64url());
			};
			assertThat(shown).doesNotContain(secrets);
			if (push.alert() != null && push.alert().body().length() > 4) {
				assertThat(shown).doesNotContain(push.alert().body());
			}
		}
	}

	@ParameterizedTest
	@MethodSource
	void aDistrictIdIsShortAndPlain(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> new DistrictId(id));
	}

	static Stream<String> aDistrictIdIsShortAndPlain() {
		return Stream.of("", "North", "a.b", "a b", "d".repeat(41), "dead", "north\n");
	}

	@Test
	void namesOnTheBrokerComeFromTheDistrict() {
		DistrictId north = new DistrictId("north-7");

		assertThat(WireNames.notifications(north)).isEqualTo("notifications.north-7");
		assertThat(WireNames.receipts(north)).isEqualTo("receipts.north-7");
	}
}
