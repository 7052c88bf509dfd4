package org.schoolbell.district.preference.page;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.schoolbell.district.dispatch.TestRelay;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.testing.PlainBrokerPort;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestAccounts;
import org.schoolbell.district.testing.TestBrowser;
import org.schoolbell.embedded.EmbeddedBroker;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole server that speaks plain AMQP with a broker, as {@code schoolbell.broker.tls=off} asks, and wherever it says that this is so. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class UnencryptedDistrictTest extends ServerTest {
	private static final String WHOM = "Priya Shah, extension 4410";

	@TempDir
	static Path folder;
	private static EmbeddedBroker broker;
	private static PlainBrokerPort plain;
	private static TestRelay relay;

	@LocalServerPort
	private int port;
	@LocalManagementPort
	private int management;
	@Autowired
	private ApplicationContext server;

	@BeforeAll
	static void start() throws Exception {
		broker = EmbeddedBroker.start(folder.resolve("broker"), 0, "north", InstantSource.system());
		plain = PlainBrokerPort.of(broker);
		relay = new TestRelay(broker, InstantSource.system(), TestRelay.accepting());
	}

	/** Asked for when the server starts, which is later. */
	@DynamicPropertySource
	static void plainAmqp(DynamicPropertyRegistry registry) {
		registry.add("schoolbell.broker.tls", () -> "off");
		registry.add("schoolbell.broker.host", () -> "localhost");
		registry.add("schoolbell.broker.port", () -> plain.port());
		registry.add("schoolbell.broker.virtual-host", () -> broker.virtualHost());
		registry.add("schoolbell.broker.username", () -> broker.district().username());
		registry.add("schoolbell.broker.password", () -> broker.district().password().value());
		registry.add("schoolbell.broker.district", () -> "north");
		registry.add("schoolbell.contact.name", () -> "Priya Shah");
		registry.add("schoolbell.contact.address", () -> "extension 4410");
	}

	@AfterAll
	static void stop() throws Exception {
		relay.close();
		plain.close();
		broker.close();
	}

	@Test
	void pageCheckHealthMetricAndLogSayThatNothingIsEncryptedAndWhomToAsk(CapturedOutput log) {
		try (TestBrowser elena = new TestAccounts(server, port).signedIn(Role.ADMINISTRATOR).browser()) {
			Awaitility.await().until(() -> elena.get(PushView.PATH).text().contains("Connected, no TLS"));
			assertThat(elena.get(PushView.PATH).text()).contains("TLS is off between this district and the relay",
					"Do not use this in production", WHOM);
			assertThat(elena.get(PushView.PATH + "?language=es").text()).contains("TLS", WHOM, "producción");

			String checked = elena.submit(PushView.PATH + "?language=en", PushView.CHECK, Map.of()).text();
			assertThat(Pattern.compile("<span class=\"hidden\">: ([^<]+)</span>").matcher(checked).results().map(step -> step.group(1)))
					.containsExactly("Passed", "Passed", "Warning", "Passed", "Passed", "Passed");
		}
		try (TestBrowser monitor = new TestBrowser(management)) {
			assertThat(monitor.get("/actuator/health").text()).contains("\"encrypted\":false", "NOT ENCRYPTED",
					"never use this in production", WHOM);
			assertThat(monitor.get("/actuator/prometheus").text()).contains("schoolbell_dispatch_encrypted 0.0");
		}
		assertThat(log.getAll()).contains("schoolbell.broker.tls is off", "Never use this in production", WHOM)
				.doesNotContain(broker.district().password().value());
	}
}
