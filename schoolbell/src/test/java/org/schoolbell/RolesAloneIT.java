package org.schoolbell;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.demo.Role;
import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In the jar every role has every other's libraries on its class path, and an auto-configuration makes beans of whatever lies there. So each role is started
 * from the jar as its operator would, and says itself of what it is made.
 */
class RolesAloneIT {
	private static final Path JAR = Path.of("target", "schoolbell.jar");
	private static final Duration PATIENCE = Duration.ofMinutes(4);
	private static final Pattern READY = Pattern.compile("Started \\w+Application in ");
	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
	/** What a web server with health and metrics is made of; a room is the first words of a package. */
	private static final Set<String> EVERY_ROLE = Set.of("io.micrometer.core", "io.micrometer.observation",
			"io.micrometer.prometheusmetrics", "io.prometheus.metrics", "java.time", "org.springdoc.core", "org.springframework.boot",
			"org.springframework.boot.actuate", "org.springframework.boot.autoconfigure", "org.springframework.boot.availability",
			"org.springframework.boot.health", "org.springframework.boot.http", "org.springframework.boot.info",
			"org.springframework.boot.jackson", "org.springframework.boot.micrometer", "org.springframework.boot.security",
			"org.springframework.boot.servlet", "org.springframework.boot.ssl", "org.springframework.boot.task",
			"org.springframework.boot.tomcat", "org.springframework.boot.validation", "org.springframework.boot.web",
			"org.springframework.boot.webmvc", "org.springframework.context", "org.springframework.core", "org.springframework.util",
			"org.springframework.web", "tools.jackson.core", "tools.jackson.databind");
	private static final Set<String> DISTRICT = Set.of("org.schoolbell.district", "com.nimbusds.jose", "com.zaxxer.hikari", "io.swagger.v3",
			"jakarta.servlet", "java.lang", "org.flywaydb.core", "org.springdoc.webmvc", "org.springframework.boot.flyway",
			"org.springframework.boot.jdbc", "org.springframework.boot.persistence", "org.springframework.boot.session",
			"org.springframework.boot.sql",
			"org.springframework.boot.transaction", "org.springframework.dao", "org.springframework.jdbc", "org.springframework.scheduling",
			"org.springframework.security", "org.springframework.session",
			"org.springframework.transaction");
	private static final Set<String> RELAY = Set.of("org.schoolbell.relay");
	private static final Set<String> SANDBOX = Set.of("org.schoolbell.sandbox", "jakarta.servlet");

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void aRoleStartedAloneIsMadeOfItsOwnRoomsOnly(Role role) throws Exception {
		Process process = start(role);
		try {
			Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive() || READY.matcher(log()).find());
			assertThat(process.isAlive()).as(log()).isTrue();

			assertThat(rooms(lastPort())).isSubsetOf(union(EVERY_ROLE, allowed(role))).contains("org.schoolbell." + role.title());
		} finally {
			process.destroy();
			assertThat(process.waitFor(PATIENCE)).isTrue();
		}
	}

	private static Set<String> allowed(Role role) {
		return switch (role) {
			case DISTRICT -> DISTRICT;
			case RELAY -> RELAY;
			case SANDBOX -> SANDBOX;
		};
	}

	private Process start(Role role) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
				JAR.toAbsolutePath().toString(), role.title(), "--server.port=0", "--management.endpoints.web.exposure.include=beans"));
		command.addAll(settings(role));
		return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(logFile().toFile()).start();
	}

	/** The least that an operator has to say. */
	private static List<String> settings(Role role) {
		return switch (role) {
			case DISTRICT -> {
				DatabaseAddress database = SharedDatabase.empty();
				yield List.of("--management.server.port=0", "--spring.datasource.url=" + database.jdbcUrl(),
						"--spring.datasource.username=" + database.username(),
						"--spring.datasource.password=" + database.password().value());
			}
			case RELAY -> List.of("--schoolbell.relay.districts[0].id=north", "--schoolbell.relay.broker.host=localhost",
					"--schoolbell.relay.broker.port=1", "--schoolbell.relay.broker.username=relay", "--schoolbell.relay.broker.password=-");
			case SANDBOX -> List.of("--sandbox.apns.port=0", "--sandbox.web-push.port=0");
		};
	}

	/** @return the rooms of all beans of the application at this port */
	private static Set<String> rooms(int port) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/beans")).build();
		JsonNode contexts;
		try (HttpClient http = HttpClient.newHttpClient()) {
			contexts = JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body()).required("contexts");
		}
		Set<String> rooms = new TreeSet<>();
		contexts.valueStream().flatMap(context -> context.required("beans").valueStream())
				.forEach(bean -> rooms.add(room(bean.required("type").asString())));
		return rooms;
	}

	/** {@code org.springframework.boot.jdbc} of {@code org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration$Pooled}. */
	private static String room(String type) {
		String[] words = type.split("\\$", 2)[0].split("\\.");
		int most = type.startsWith("org.springframework.boot.") ? 4 : 3;
		return String.join(".", Arrays.copyOf(words, Math.min(most, words.length - 1)));
	}

	private static Set<String> union(Set<String> some, Set<String> more) {
		Set<String> all = new TreeSet<>(some);
		all.addAll(more);
		return all;
	}

	/** The district's health and metrics have a server of their own, which starts last. */
	private int lastPort() throws IOException {
		Stream<MatchResult> ports = PORT.matcher(log()).results();
		return ports.map(port -> Integer.parseInt(port.group(1))).reduce((_, later) -> later).orElseThrow();
	}

	private String log() throws IOException {
		return Files.readString(logFile());
	}

	private Path logFile() {
		return folder.resolve("role.log");
	}
}
