package org.schoolbell.district.account.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnAddressTest {
	@ParameterizedTest
	@ValueSource(strings = {"/", "/gradebook", "/gradebook/story-algebra?term=2&language=es", "/gradebook/a%2Fb"})
	void aPathOfThisServerIsGoneTo(String address) {
		assertThat(OwnAddress.of(address)).contains(address);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "gradebook", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
			"https://evil.example",
			"https:evil.example", "javascript:alert(1)", " //evil.example", "/\t/evil.example", "/a b", "/\nSet-Cookie: a=b",
			"/../..//evil.example",
			"/./", "/.//evil.example", "/{x}"})
	void anythingElseIsNot(String address) {
		assertThat(OwnAddress.of(address)).isEmpty();
	}

	@Test
	void lettersThatNoHeaderCarriesAreEncoded() {
		assertThat(OwnAddress.of("/gradebook/caf\u00e9?x=\u202e")).contains("/gradebook/caf%C3%A9?x=%E2%80%AE");
	}
}
