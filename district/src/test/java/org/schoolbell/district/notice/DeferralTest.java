package org.schoolbell.district.notice;

import java.time.Duration;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeferralTest {
	private static final Duration HOUR = Duration.ofHours(1);

	@Test
	void doublesWithEachAttemptUpToAnHour() {
		Duration asked = Duration.ofSeconds(30);

		assertThat(Deferral.delay(asked, 0, 0)).hasToString("PT30S");
		assertThat(Deferral.delay(asked, 1, 0)).hasToString("PT1M");
		assertThat(Deferral.delay(asked, 6, 0)).hasToString("PT32M");
		assertThat(Deferral.delay(asked, 7, 0)).hasToString("PT1H");
		assertThat(Deferral.delay(asked, 30_000, 0)).hasToString("PT1H");
	}

	@Test
	void chanceAddsUpToAFifth() {
		assertThat(Deferral.delay(Duration.ofSeconds(100), 0, 1)).hasToString("PT2M");
		assertThat(Deferral.delay(HOUR, 5, 0.5)).hasToString("PT1H6M");
	}

	@Test
	void aLongerWaitThanAnHourIsTheProvidersRight() {
		assertThat(Deferral.delay(Duration.ofHours(5), 3, 0)).hasToString("PT5H");
	}

	@Test
	void isNeverShorterThanAskedForNorShorterThanTheAttemptBefore() {
		long seed = new SplittableRandom().nextLong();
		SplittableRandom random = new SplittableRandom(seed);
		for (int i = 0; i < 10_000; i++) {
			Duration asked = Duration.ofMillis(random.nextLong(1, Duration.ofDays(2).toMillis()));
			int attempts = random.nextInt(40);
			Duration delay = Deferral.delay(asked, attempts, random.nextDouble());
			Duration longest = asked.compareTo(HOUR) > 0 ? asked : HOUR;

			assertThat(delay).as("seed %d, %s after %d", seed, asked, attempts).isGreaterThanOrEqualTo(asked)
					.isGreaterThanOrEqualTo(Deferral.delay(asked, Math.max(0, attempts - 1), 0))
					.isLessThanOrEqualTo(longest.multipliedBy(6).dividedBy(5));
		}
	}
}
