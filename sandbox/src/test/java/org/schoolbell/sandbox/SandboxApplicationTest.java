package org.schoolbell.sandbox;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxApplicationTest {
	@Test
	void itRefusesToStartUnlessItsRoleIsNamed() {
		SpringApplicationBuilder unnamed = new SpringApplicationBuilder(SandboxApplication.class).web(WebApplicationType.NONE)
				.properties("sandbox.apns.port=0", "sandbox.web-push.port=0");

		assertThatThrownBy(unnamed::run).hasRootCauseInstanceOf(IllegalStateException.class)
				.rootCause().hasMessageContaining("spring.config.name=application,sandbox");
	}
}
