package org.schoolbell.relay.delivery;

import java.time.Duration;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BackoffTest {
	@Test
	void eachWaitIsSpreadByHalfAroundTheDoubledOneAndNeverBeyondTheLongest() {
		SplittableRandom random = new SplittableRandom(7);
		for (int i = 0; i < 2000; i++) {
			Duration first = Duration.ofMillis(random.nextInt(1, 5000));
			Duration longest = first.plusMillis(random.nextInt(0, 60_000));
			int failures = random.nextInt(1, 200);

			Duration wait = new Backoff(first, longest).delay(failures, random.nextDouble());

			Duration doubled = failures < 20 ? first.multipliedBy(1L << (failures - 1)) : longest;
			Duration middle = doubled.compareTo(longest) < 0 ? doubled : longest;
			assertThat(wait).isGreaterThanOrEqualTo(middle.dividedBy(2)).isLessThan(middle.plus(middle.dividedBy(2)).plusNanos(2));
		}
	}

	@Test
	void aBackoffThatWouldNotWaitOrShrinksIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
	}
}
