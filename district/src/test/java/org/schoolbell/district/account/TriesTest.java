package org.schoolbell.district.account;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;

class TriesTest {
	private static final Tries.Counted NAME = Tries.Counted.name("elena", "192.0.2.1");

	@Test
	void pausesDoubleToABoundAndALevelSinksWithTime() {
		try (TestDistrict district = TestDistrict.with(Tries.class)) {
			Tries tries = district.get(Tries.class);
			for (int left = 4; left >= 0; left--) {
				assertThat(tries.take(NAME)).isEqualTo(new Tries.Turn.Given(left, Duration.ofMinutes(1)));
			}
			for (int minutes : new int[]{1, 2, 4, 8, 15, 15, 15}) {
				assertThat(tries.take(NAME)).isEqualTo(new Tries.Turn.Refused(Duration.ofMinutes(minutes)));
				district.time().pass(Duration.ofMinutes(minutes).minusSeconds(5));
				assertThat(tries.take(NAME)).isEqualTo(new Tries.Turn.Refused(Duration.ofSeconds(5)));
				district.time().pass(Duration.ofSeconds(5));
				assertThat(tries.take(NAME)).isInstanceOf(Tries.Turn.Given.class);
			}
			assertThat(tries.take(Tries.Counted.name("another", "192.0.2.1"))).isInstanceOf(Tries.Turn.Given.class);

			district.time().pass(Duration.ofDays(1));
			assertThat(tries.take(NAME)).isEqualTo(new Tries.Turn.Given(4, Duration.ofMinutes(1)));
			tries.right(NAME);
			tries.forget(NAME);
			assertThat(tries.take(NAME)).isEqualTo(new Tries.Turn.Given(4, Duration.ofMinutes(1)));
		}
	}

	@Test
	void allAddressesOfANetworkThatOneSubscriberHasCountAsOne() {
		assertThat(Tries.Counted.address("2001:db8:0:7::1")).isEqualTo(Tries.Counted.address("2001:db8:0:7:ffff:1:2:3"))
				.isNotEqualTo(Tries.Counted.address("2001:db8:0:8::1"));
		assertThat(Tries.Counted.name("elena", "2001:db8:0:7::1")).isEqualTo(Tries.Counted.name("elena", "2001:db8:0:7::2"))
				.isNotEqualTo(Tries.Counted.name("elena", "2001:db8:0:8::1"));
		assertThat(Tries.Counted.keys("2001:db8:0:7::1")).isEqualTo(Tries.Counted.keys("2001:db8:0:7::2"));
		assertThat(Tries.Counted.address("192.0.2.1")).isNotEqualTo(Tries.Counted.address("192.0.2.2"));
	}
}
