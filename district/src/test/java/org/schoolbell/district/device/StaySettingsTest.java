package org.schoolbell.district.device;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StaySettingsTest {
	private static final Duration DAY = Duration.ofDays(1);

	@Test
	void aTimeThatIsTooShortOrTooLongIsRefusedByItsName() {
		assertThatThrownBy(() -> new StaySettings(Duration.ofMinutes(59), DAY))
				.hasMessageContaining("schoolbell.stay-logged-in.idle is PT1H to PT9600H here, not PT59M");
		assertThatThrownBy(() -> new StaySettings(Duration.ofDays(401), Duration.ofDays(500))).hasMessageContaining("stay-logged-in.idle");
		assertThatThrownBy(() -> new StaySettings(DAY, Duration.ofHours(23)))
				.hasMessageContaining("schoolbell.stay-logged-in.absolute is PT24H to PT43920H here, not PT23H");
		assertThatThrownBy(() -> new StaySettings(DAY, Duration.ofDays(1_831))).hasMessageContaining("stay-logged-in.absolute");
	}

	@Test
	void whicheverTimeEndsFirstEndsTheSession() {
		StaySettings settings = new StaySettings(DAY.multipliedBy(10), DAY.multipliedBy(30));
		Instant began = Instant.parse("2026-11-24T20:00:00Z");

		assertThat(settings.expiry(began, began)).isEqualTo(began.plus(Duration.ofDays(10)));
		assertThat(settings.expiry(began, began.plus(Duration.ofDays(25)))).isEqualTo(began.plus(Duration.ofDays(30)));
	}
}
