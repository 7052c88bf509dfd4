package org.schoolbell.sandbox.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.schoolbell.wire.ApnsEnvironment;
import org.schoolbell.wire.ApnsToken;
import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.Target;

/** Phones, languages and choices: functions of the seed and a person's sourcedId. */
final class Habits {
	static final ApnsTopic TOPIC = new ApnsTopic("org.schoolbell.portal");
	private static final int NO_PHONE_PERCENT = 30;
	private static final int TWO_PHONES_PERCENT = 10;
	private static final int REVOKED_PERCENT = 8;
	private static final int SPANISH_PERCENT = 25;
	private static final List<String> MODELS = List.of("iPhone", "iPhone 14", "iPhone 15 Pro", "iPhone SE", "iPad");
	private static final List<Integer> THRESHOLDS = List.of(50, 60, 70, 75, 80, 90);

	private final long seed;
	private final Draw draw;

	Habits(long seed) {
		this.seed = seed;
		this.draw = Draw.seeded(seed).of("habits");
	}

	List<SamplePhone> phones(String person) {
		return IntStream.range(0, count(person)).mapToObj(n -> phone(person, n)).toList();
	}

	String language(String person) {
		if (StoryFamily.includes(person)) {
			return person.equals(StoryFamily.BEN) ? "es" : "en";
		}
		return draw.of("language").of(person).percent(SPANISH_PERCENT) ? "es" : "en";
	}

	SampleChoice assignments(String person) {
		if (StoryFamily.includes(person)) {
			return person.equals(StoryFamily.BEN) ? new SampleChoice.Below(StoryFamily.BEN_BELOW) : new SampleChoice.Every();
		}
		Draw choice = draw.of("assignments").of(person);
		int percentile = choice.below(100);
		if (percentile < 60) {
			return new SampleChoice.Every();
		}
		return percentile < 88 ? new SampleChoice.Below(choice.of("threshold").from(THRESHOLDS)) : new SampleChoice.Off();
	}

	private int count(String person) {
		if (StoryFamily.includes(person)) {
			return person.equals(StoryFamily.LEO) ? 0 : 1;
		}
		int percentile = draw.of("phones").of(person).below(100);
		if (percentile < NO_PHONE_PERCENT) {
			return 0;
		}
		return percentile < 100 - TWO_PHONES_PERCENT ? 1 : 2;
	}

	private SamplePhone phone(String person, int number) {
		Draw phone = draw.of("phone").of(person).of(number);
		boolean revoked = StoryFamily.includes(person) ? person.equals(StoryFamily.CARLA) : phone.of("revoked").percent(REVOKED_PERCENT);
		return new SamplePhone(new Target.Apns(new ApnsToken(hex(person, number)), TOPIC, ApnsEnvironment.SANDBOX),
				phone.of("model").from(MODELS),
				!revoked);
	}

	/** 64 digits, as Apple's tokens have today and as the stand-in's independent check wants them; a hash keeps them apart. */
	private String hex(String person, int number) {
		try {
			byte[] name = (seed + "/" + person + "/" + number).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
