package org.schoolbell.district.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebSettingsTest {
	@ParameterizedTest
	@ValueSource(strings = {"0B", "63KB", "101MB", "-1MB"})
	void aBodyIsNeitherTooSmallNorTooLarge(String size) {
		assertThatThrownBy(() -> new WebSettings(DataSize.parse(size))).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("schoolbell.web.max-body is 64KB to 100MB");
	}

	@ParameterizedTest
	@ValueSource(strings = {"64KB", "10MB", "100MB"})
	void aBodyIsOfThisSizeAtMost(String size) {
		assertThat(new WebSettings(DataSize.parse(size)).maxBody()).isEqualTo(DataSize.parse(size));
	}
}
