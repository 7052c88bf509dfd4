package org.schoolbell.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.EmbeddedDatabase;

/** The demo that all tests share, a process of its own from the runnable jar. It is started once and stopped when the tests' process ends. */
final class Demo {
	private static final Duration READY = Duration.ofMinutes(4);
	private static final Duration PATIENCE = Duration.ofSeconds(60);
	private static @Nullable Demo running;

	private final Path folder;
	private final JsonNode written;
	private final HttpClient http = HttpClient.newHttpClient();

	private Demo(Path credentials) throws IOException {
		this.folder = Objects.requireNonNull(credentials.toAbsolutePath().getParent());
		this.written = JsonMapper.shared().readTree(Files.readString(credentials));
	}

	/** @return the running demo, started by the first who asks */
	static synchronized Demo running() {
		Demo demo = running;
		if (demo == null) {
			demo = start();
			running = demo;
		}
		return demo;
	}

	private static Demo start() {
		try {
			String elsewhere = System.getProperty("browser.credentials", "");
			if (!elsewhere.isEmpty()) {
				return new Demo(Path.of(elsewhere));
			}
			Path folder = Files.createTempDirectory("schoolbell-browser");
			Path log = folder.resolve("demo.log");
			Path credentials = folder.resolve("data/demo-credentials.json");
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
					System.getProperty("browser.jar"), "demo", "--port", "0", "--data-dir", folder.resolve("data").toString())
					.redirectErrorStream(true).redirectOutput(log.toFile()).start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
			await("the demo to be ready, see " + log, READY, () -> Files.exists(credentials) || !process.isAlive());
			if (!process.isAlive()) {
				throw new IllegalStateException("The demo ended before it was ready: " + Files.readString(log));
			}
			return new Demo(credentials);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void stop(Process process) {
		process.destroy();
		try {
			if (!process.waitFor(30, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** @return a connection to the district's database, to be closed */
	Connection database() throws SQLException {
		DatabaseAddress address = EmbeddedDatabase.running(folder.resolve("database")).orElseThrow();
		return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password().value());
	}

	/** @return an address of the district's pages */
	String district(String path) {
		return written.required("district").asString() + path;
	}

	/** @return an address of the phone page's server */
	String sandbox(String path) {
		return written.required("sandbox").asString() + path;
	}

	Account account(String role) {
		for (JsonNode account : written.required("accounts")) {
			if (account.required("role").asString().equals(role)) {
				return new Account(account.required("username").asString(), account.required("password").asString());
			}
		}
		throw new IllegalArgumentException("The demo has no account of the role " + role);
	}

	record Account(String username, String password) {}

	/** @return what the phone page's server answers */
	JsonNode sandboxJson(String path) {
		return JsonMapper.shared().readTree(send(HttpRequest.newBuilder(URI.create(sandbox(path)))));
	}

	/** @return what the simulated phones of this person have received so far, in order */
	List<JsonNode> deliveries(String person) {
		return sandboxJson("/deliveries?since=0&person=" + person).required("deliveries").valueStream().toList();
	}

	/** @return the answer to an API client's call, with a token of its own */
	JsonNode api(String method, String path, String scope, @Nullable String body) {
		JsonNode client = written.required("client");
		String basic = Base64.getEncoder().encodeToString(
				(client.required("id").asString() + ":" + client.required("secret").asString()).getBytes(StandardCharsets.UTF_8));
		String token = JsonMapper.shared()
				.readTree(send(HttpRequest.newBuilder(URI.create(district("/oauth2/token"))).header("Authorization", "Basic " + basic)
						.header("Content-Type", "application/x-www-form-urlencoded")
						.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))))
				.required("access_token").asString();
		return JsonMapper.shared()
				.readTree(send(HttpRequest.newBuilder(URI.create(district(path))).header("Authorization", "Bearer " + token)
						.header("Content-Type", "application/json")
						.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))));
	}

	private String send(HttpRequest.Builder request) {
		try {
			var response = http.send(request.build(), BodyHandlers.ofString());
			if (response.statusCode() / 100 != 2) {
				throw new IllegalStateException(response.uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
			}
			return response.body();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Waits until the condition holds. */
	static void await(String what, Supplier<Boolean> condition) {
		await(what, PATIENCE, condition);
	}

	private static void await(String what, Duration atMost, Supplier<Boolean> condition) {
		long end = System.nanoTime() + atMost.toNanos();
		while (!condition.get()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("Waited " + atMost.toSeconds() + " s in vain for " + what);
			}
			try {
				TimeUnit.MILLISECONDS.sleep(50);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(e);
			}
		}
	}
}
