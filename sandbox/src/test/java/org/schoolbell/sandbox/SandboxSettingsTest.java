package org.schoolbell.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import org.schoolbell.sandbox.apns.ApnsSettings;
import org.schoolbell.sandbox.page.PageSettings;
import org.schoolbell.sandbox.webpush.WebPushSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxSettingsTest {
	@Test
	void theDefaultsServeADemoOnThisMachineAlone() {
		assertThat(bind(Map.of())).isEqualTo(new SandboxSettings(100_000, new ApnsSettings("127.0.0.1", 7443, Path.of("data/sandbox"),
				"SCHOOLBELL", "SANDBOXKEY", List.of("org.example.portal"), null, null),
				new WebPushSettings("127.0.0.1", 7445, Path.of("data/sandbox")), new PageSettings(List.of()), null));
	}

	@Test
	void anOwnCertificateAndAnOwnVerificationKeyCanBeNamed() {
		ApnsSettings apns = bind(Map.of("sandbox.apns.tls.certificate", "chain.pem", "sandbox.apns.tls.private-key", "key.pem",
				"sandbox.apns.verification-key", "public.pem")).apns();

		assertThat(apns.tls()).isEqualTo(new ApnsSettings.Tls(Path.of("chain.pem"), Path.of("key.pem")));
		assertThat(apns.verificationKey()).isEqualTo(Path.of("public.pem"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sandbox.apns.port | 70000 | must be 0 to 65535, not 70000
			sandbox.web-push.port | -1 | must be 0 to 65535, not -1
			sandbox.apns.topics | '' | at least one topic
			""")
	void aSettingThatCannotWorkIsExplained(String name, String value, String explanation) {
		assertThatThrownBy(() -> bind(Map.of(name, value))).isInstanceOf(BindException.class).rootCause().hasMessageContaining(explanation);
	}

	private static SandboxSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("sandbox", SandboxSettings.class);
	}
}
