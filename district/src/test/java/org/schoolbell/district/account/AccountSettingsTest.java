package org.schoolbell.district.account;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccountSettingsTest {
	@ParameterizedTest
	@ValueSource(strings = {"PT59S", "PT1H0.001S", "PT0S", "-PT5M"})
	void anAccessTokenLivesNeitherTooShortNorTooLong(Duration lifetime) {
		assertThatThrownBy(() -> new AccountSettings(lifetime)).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("schoolbell.account.access-token-lifetime is 1m to 1h");
	}

	@ParameterizedTest
	@ValueSource(strings = {"PT1M", "PT15M", "PT1H"})
	void anAccessTokenLivesAMinuteToAnHour(Duration lifetime) {
		assertThat(new AccountSettings(lifetime).accessTokenLifetime()).isEqualTo(lifetime);
	}
}
