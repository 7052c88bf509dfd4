package org.schoolbell.command;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.schoolbell.command.TestAuthority.Validity;
import org.schoolbell.embedded.BrokerCredentials;
import org.schoolbell.embedded.EmbeddedBroker;

import static org.assertj.core.api.Assertions.assertThat;

/** Brokers that are each broken in a way of their own, and what a person at the console is told. */
class CheckConnectionTest {
	private static final String PASSWORD = "correct-horse-battery";

	@TempDir
	Path folder;
	private final Instant now = InstantSource.system().instant();
	private final Validity thisYear = new Validity(now.minus(Duration.ofDays(100)), now.plus(Duration.ofDays(200)));
	private final List<AutoCloseable> open = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable one : open) {
			one.close();
		}
	}

	@Test
	void aNameThatNobodyKnowsEndsWith11() {
		Ended ended = check("no-such-relay.invalid", 5671, List.of());

		fails(ended, 11, "Find the address: The name no-such-relay.invalid is not known here.");
		assertThat(ended.out()).contains("For the firewall's owner", "Please allow outgoing TCP to no-such-relay.invalid, port 5671")
				.containsPattern("Not tried +Reach port 5671").containsPattern("Not tried +Receipt");
	}

	@Test
	void aClosedPortEndsWith12() throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}

		Ended ended = check("localhost", port, List.of());

		fails(ended, 12, "Reach port " + port + ": Nothing listens on port " + port + ", or a firewall refuses the connection.");
		assertThat(ended.out()).containsPattern("Passed +Find the address +\\d+ ms +127\\.0\\.0\\.1")
				.containsPattern("Please allow outgoing TCP from .*127\\.0\\.0\\.1\\) to localhost \\(127\\.0\\.0\\.1.*\\), port " + port)
				.contains("It is AMQP over TLS, not HTTP: leave it out of TLS inspection and proxies.");
	}

	@Test
	void anExpiredCertificateEndsWith13() throws Exception {
		TestAuthority authority = new TestAuthority("Example Authority", now);
		int port = listen(authority, "localhost", new Validity(now.minus(Duration.ofDays(90)), Instant.parse("2026-01-31T12:00:00Z")));

		Ended ended = check("localhost", port, trusting(authority));

		fails(ended, 13, "TLS: The broker's certificate has expired; it was valid until Jan 31, 2026.");
		assertThat(ended.out()).contains("For localhost", "Issued by Example Authority", "For the relay's operator",
				"If the certificate above is one of its own");
	}

	@Test
	void aCertificateOfAnotherHostEndsWith13() throws Exception {
		TestAuthority authority = new TestAuthority("Example Authority", now);
		int port = listen(authority, "another.example", thisYear);

		fails(check("localhost", port, trusting(authority)), 13, "TLS: The certificate is for another.example, not for localhost.");
	}

	@Test
	void aCertificateOfAnAuthorityThatIsNotTrustedEndsWith13() throws Exception {
		int port = listen(new TestAuthority("Inspecting Firewall", now), "localhost", thisYear);

		Ended ended = check("localhost", port, trusting(new TestAuthority("Example Authority", now)));

		fails(ended, 13, "TLS: The certificate is signed by Inspecting Firewall, which this server does not trust.");
		assertThat(ended.out()).contains("For the firewall's owner", "leave it out of TLS inspection");
		fails(check("localhost", port, List.of()), 13, "TLS: The certificate is signed by Inspecting Firewall");
	}

	@Test
	void aPortWithoutTlsEndsWith13() throws Exception {
		TestListener listener = TestListener.plain();
		open.add(listener);

		fails(check("localhost", listener.port(), List.of()), 13, "TLS: What answers on port " + listener.port() + " does not speak TLS.");
	}

	@Test
	void aCertificateThatExpiresSoonIsAWarningAndWhatHangsUpEndsWith14() throws Exception {
		TestAuthority authority = new TestAuthority("Example Authority", now);
		int port = listen(authority, "localhost", new Validity(now.minus(Duration.ofDays(80)), now.plus(Duration.ofDays(10))));

		Ended ended = check("localhost", port, trusting(authority));

		fails(ended, 14, "Sign in: The broker ended the connection while signing in.");
		assertThat(ended.out()).containsPattern("Warning +TLS +\\d+ ms +The certificate is valid until .* only\\.");
	}

	@Test
	void aWrongPasswordEndsWith14AndMissingRightsWith15() {
		EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0, "north", InstantSource.system());
		open.add(broker);

		Ended wrong = check(broker, broker.district().username(), PASSWORD);
		fails(wrong, 14, "Sign in: The broker does not know " + broker.district().username() + " with this password.");
		assertThat(wrong.out()).contains("The firewall lets this connection through", "District: north", "For the relay's operator");

		BrokerCredentials relay = broker.relay();
		Ended forbidden = check(broker, relay.username(), relay.password().value());
		fails(forbidden, 15, "Publish: The broker does not let " + relay.username() + " publish to notifications.north.");
		assertThat(forbidden.out()).doesNotContain(relay.password().value());
	}

	@Test
	void theReportAndTheLetterComeInSpanishToo() {
		Ended ended = check("no-such-relay.invalid", 5671, List.of("--language=es"));

		fails(ended, 11, "Encontrar la dirección: Aquí no se conoce el nombre no-such-relay.invalid.");
		assertThat(ended.out()).contains("Sin probar", "Una carta para copiar", "Permita, por favor, TCP saliente desde");
	}

	@Test
	void withoutABrokerTheFirstStepSaysWhatToSet() {
		fails(Ended.run("check-connection"), 11, "Find the address: No broker is set.");
		Ended half = Ended.run("check-connection", "--schoolbell.broker.host=localhost");
		assertThat(half.status()).isOne();
		assertThat(half.err().strip().lines()).singleElement().asString().contains("schoolbell.broker: username is missing");
	}

	private static void fails(Ended ended, int status, String sentence) {
		assertThat(ended.status()).as(ended.out() + ended.err()).isEqualTo(status);
		assertThat(ended.err().strip().lines()).singleElement().asString().startsWith(sentence);
		assertThat(ended.out()).doesNotContain(PASSWORD);
		assertThat(ended.err()).doesNotContain(PASSWORD);
	}

	private int listen(TestAuthority authority, String name, Validity validity) throws Exception {
		TestListener listener = TestListener.tls(authority.server(name, validity));
		open.add(listener);
		return listener.port();
	}

	private List<String> trusting(TestAuthority authority) throws Exception {
		return trusting(authority.writeTo(folder.resolve("authority.pem")));
	}

	private static List<String> trusting(Path certificate) {
		return List.of("--spring.ssl.bundle.pem.relay.truststore.certificate=" + certificate.toUri(),
				"--schoolbell.broker.ssl-bundle=relay");
	}

	private static Ended check(EmbeddedBroker broker, String username, String password) {
		List<String> settings = new ArrayList<>(trusting(broker.certificate()));
		settings.add("--schoolbell.broker.virtual-host=" + broker.virtualHost());
		return check("localhost", broker.port(), username, password, settings);
	}

	private static Ended check(String host, int port, List<String> settings) {
		return check(host, port, "north", PASSWORD, settings);
	}

	private static Ended check(String host, int port, String username, String password, List<String> settings) {
		List<String> arguments = new ArrayList<>(List.of("check-connection", "--schoolbell.broker.host=" + host,
				"--schoolbell.broker.port=" + port, "--schoolbell.broker.district=north", "--schoolbell.broker.username=" + username,
				"--schoolbell.broker.password=" + password));
		arguments.addAll(settings);
		return Ended.run(arguments.toArray(String[]::new));
	}
}
