package org.schoolbell.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/** Random messages that keep every rule: the same for the same seed. */
final class Samples {
	private static final String LETTERS = "aZ09 -'\"\\/\n\u00e9\u05d0\u0645\u4e2d\ud83d\udd14\u0001";
	private final RandomGenerator random;

	Samples(long seed) {
		random = new SplittableRandom(seed);
	}

	PushBatch batch(int pushes) {
		return new PushBatch(new BatchId(uuid()), instant(), duration(), pushes(pushes));
	}

	List<Push> pushes(int count) {
		return many(count, this::push);
	}

	Push push() {
		Target target = target();
		boolean browser = target.platform() == Platform.WEB_PUSH;
		Ciphertext sealed = browser ? null : maybe(() -> ciphertext(1, 3000));
		String kind = sealed != null ? null : maybe(() -> pick("ATTENDANCE", "GRADES", "LUNCH_BALANCE"));
		Integer badge = browser || sealed != null ? null : maybe(() -> random.nextInt(1000));
		Alert alert = browser ? null : new Alert("T" + text(60), text(200));
		String link = browser ? null : maybe(() -> "/n/" + uuid());
		return new Push(new PushId(uuid()), new PushRef("r" + text(60)), target, CollapseId.of(bytes(24)),
				pick(Priority.values()), random.nextBoolean(), instant(), kind, alert, badge, link, sealed);
	}

	Receipts receipts(int receipts, int batches) {
		return new Receipts(many(receipts, this::receipt), many(batches, this::batchReceipt));
	}

	private Receipt receipt() {
		return new Receipt(new PushId(uuid()), new PushRef("r" + text(60)), outcome(), pick(Platform.values()), instant(),
				random.nextInt(10));
	}

	private BatchReceipt batchReceipt() {
		BatchId batch = new BatchId(uuid());
		return random.nextBoolean() ? BatchReceipt.checked(batch) : BatchReceipt.rejected(batch, "not readable as JSON");
	}

	private Outcome outcome() {
		return switch (pick(Outcome.Code.values())) {
			case ACCEPTED -> new Outcome.Accepted();
			case DEVICE_GONE -> new Outcome.DeviceGone(maybe(this::instant));
			case REJECTED -> new Outcome.Rejected("PayloadTooLarge");
			case DEFERRED -> new Outcome.Deferred(duration(), "ServiceUnavailable");
			case STALE -> new Outcome.Stale();
			case NO_PROVIDER -> new Outcome.NoProvider();
		};
	}

	private Target target() {
		return switch (pick(Platform.values())) {
			case APNS -> new Target.Apns(new ApnsToken(UUID.nameUUIDFromBytes(bytes(8)).toString().replace("-", "")),
					new ApnsTopic("org.example.portal"), pick(ApnsEnvironment.values()));
			case FCM -> new Target.Fcm(new FcmToken("f:" + uuid()));
			case WEB_PUSH -> new Target.WebPush(new WebPushEndpoint("https://push.example.org:443/wpush/v2/" + uuid() + "?a=%20b"),
					new VapidAuthorization("vapid t=" + uuid() + ", k=" + uuid()), ciphertext(500, 4096));
		};
	}

	private Ciphertext ciphertext(int from, int to) {
		return Ciphertext.of(bytes(random.nextInt(from, to + 1)));
	}

	private UUID uuid() {
		return new UUID(random.nextLong(), random.nextLong());
	}

	private Instant instant() {
		long second = random.nextLong(Instant.parse("1970-01-01T00:00:00Z").getEpochSecond(),
				Instant.parse("2100-01-01T00:00:00Z").getEpochSecond());
		return Instant.ofEpochSecond(second, pick(0, 481_000_000, 123_456_789));
	}

	private Duration duration() {
		return pick(Duration.ofMinutes(10), Duration.ofMillis(1), Duration.ofDays(3).plusSeconds(1), Duration.ofNanos(1_500_000_007L),
				Duration.ofSeconds(random.nextInt(1, 1_000_000)));
	}

	private String text(int limit) {
		int[] points = LETTERS.codePoints().toArray();
		StringBuilder text = new StringBuilder();
		int length = random.nextInt(limit / 2);
		for (int i = 0; i < length; i++) {
			text.appendCodePoint(points[random.nextInt(points.length)]);
		}
		return text.toString();
	}

	private byte[] bytes(int count) {
		byte[] bytes = new byte[count];
		random.nextBytes(bytes);
		return bytes;
	}

	private <T> @Nullable T maybe(Supplier<T> value) {
		return random.nextBoolean() ? value.get() : null;
	}

	@SafeVarargs
	private <T> T pick(T... values) {
		return values[random.nextInt(values.length)];
	}

	private static <T> List<T> many(int count, Supplier<T> one) {
		List<T> all = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			all.add(one.get());
		}
		return all;
	}
}
