package org.schoolbell.district.account;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccountSettingsTest {
	@ParameterizedTest
	@ValueSource(strings = {"PT59S", "PT1H0.001S", "PT0S", "-PT5M"})
	void anAccessTokenLivesNeitherTooShortNorTooLong(Duration lifetime) {
		assertThatThrownBy(() -> settings(lifetime)).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("schoolbell.account.access-token-lifetime is PT1M to PT1H");
	}

	@ParameterizedTest
	@ValueSource(strings = {"PT1M", "PT15M", "PT1H"})
	void anAccessTokenLivesAMinuteToAnHour(Duration lifetime) {
		assertThat(settings(lifetime).accessTokenLifetime()).isEqualTo(lifetime);
	}

	@Test
	void anActivationKeyIsNotGoodForEverAndNobodyStaysSignedInForDays() {
		assertThatThrownBy(() -> new AccountSettings(Duration.ofMinutes(15), Duration.ofDays(91), Duration.ofHours(12)))
				.hasMessageContaining("schoolbell.account.activation-key-lifetime is PT1H to PT2160H");
		assertThatThrownBy(() -> new AccountSettings(Duration.ofMinutes(15), Duration.ofDays(14), Duration.ofHours(25)))
				.hasMessageContaining("schoolbell.account.signed-in-at-most is PT1H to PT24H");
	}

	private static AccountSettings settings(Duration accessTokens) {
		return new AccountSettings(accessTokens, Duration.ofDays(14), Duration.ofHours(12));
	}
}
