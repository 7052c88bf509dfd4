package org.schoolbell.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.schoolbell.wire.Alert;
import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsToken;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.CollapseId;
import org.schoolbell.wire.Priority;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushBatch;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.PushRef;
import org.schoolbell.wire.Target;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Pushes as a district would send them, each to a phone of its own. */
public final class TestingPushes {
	public static final String TOPIC = "org.example.portal";

	private TestingPushes() {
	}

	/** The token of the phone with this number. */
	public static String token(int phone) {
		return "%064x".formatted(phone + 0xabcd0000L);
	}

	public static Target.Apns apple(int phone) {
		return new Target.Apns(new ApnsToken(token(phone)), new ApnsTopic(TOPIC), ApnsEnvironment.SANDBOX);
	}

	public static Push to(Target target, String ref, Instant expiresAt) {
		byte[] slot = new byte[24];
		new Random(ref.hashCode()).nextBytes(slot);
		return new Push(new PushId(UUID.nameUUIDFromBytes(ref.getBytes(UTF_8))), new PushRef(ref), target, CollapseId.of(slot),
				Priority.NORMAL, true, expiresAt, "ASSIGNMENTS", new Alert("Maya: 18 of 20", "90% in Algebra I."), 3, "/n/" + ref, null);
	}

	/** One push to each of the phones from number {@code first} on, good for a day. */
	public static List<Push> toPhones(String name, int first, int count, Instant now) {
		return IntStream.range(first, first + count).mapToObj(phone -> to(apple(phone), name + "-" + phone, now.plus(Duration.ofDays(1))))
				.toList();
	}

	public static PushBatch batch(List<Push> pushes, Instant sentAt) {
		return new PushBatch(new BatchId(UUID.randomUUID()), sentAt, Duration.ofMinutes(10), pushes);
	}
}
