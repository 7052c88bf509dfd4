package org.schoolbell.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.sample.SamplePerson;
import org.schoolbell.sandbox.sample.SamplePhone;
import org.schoolbell.sandbox.sample.StoryFamily;

/** The sandbox in a process of its own, which outlives the demo's kills, with the phones of the sample's people. */
record StandIn(Child process, URI http, int apnsPort) implements AutoCloseable {
	private static final Duration READY = Duration.ofMinutes(2);

	/** @param dataDir the demo's: both share the stand-in's certificate and signing key */
	static StandIn start(Path jar, Path dataDir, SampleDistrict sample) throws IOException {
		int httpPort = freePort();
		int apnsPort = freePort();
		Files.createDirectories(dataDir);
		Child process = Child.start(jar, dataDir.resolveSibling("stand-in.log"), List.of("sandbox", "--server.port=" + httpPort,
				"--sandbox.apns.port=" + apnsPort, "--sandbox.apns.folder=" + dataDir.resolve("sandbox"), "--sandbox.web-push.port=0",
				"--sandbox.web-push.folder=" + dataDir.resolve("sandbox"),
				"--sandbox.apns.topics=" + sample.phones(StoryFamily.ANA).getFirst().target().topic().value()));
		StandIn standIn = new StandIn(process, URI.create("http://localhost:" + httpPort), apnsPort);
		try {
			process.await("the stand-in answered", READY, standIn::answers);
			standIn.add(sample);
		} catch (RuntimeException | IOException e) {
			process.close();
			throw e;
		}
		return standIn;
	}

	List<String> demoOptions() {
		return List.of("--apns", "localhost:" + apnsPort);
	}

	/** From now on every so many-th push is accepted and shown nowhere: what a provider's silent loss would look like. */
	void hideEvery(int every) throws IOException {
		BigDecimal rate = BigDecimal.ONE.divide(BigDecimal.valueOf(every), 6, RoundingMode.UNNECESSARY);
		send("PUT", "/faults", Map.of("platform", "APNS", "rate", rate, "answer", Map.of("status", 200)));
	}

	@Override
	public void close() {
		process.close();
	}

	private boolean answers() {
		try {
			return send(HttpRequest.newBuilder(http.resolve("/deliveries?since=0")).build()) == 200;
		} catch (IOException e) {
			return false;
		}
	}

	private void add(SampleDistrict sample) throws IOException {
		List<Map<String, Object>> phones = new ArrayList<>();
		try (Stream<SamplePerson> people = sample.people()) {
			people.forEach(person -> phones.addAll(phones(person)));
		}
		send("POST", "/phones", phones);
	}

	private void send(String method, String path, Object body) throws IOException {
		HttpRequest request = HttpRequest.newBuilder(http.resolve(path)).header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))).build();
		int status = send(request);
		if (status / 100 != 2) {
			throw new IOException(method + " " + path + " answered " + status);
		}
	}

	private static List<Map<String, Object>> phones(SamplePerson person) {
		List<Map<String, Object>> phones = new ArrayList<>();
		for (SamplePhone phone : person.phones()) {
			phones.add(Map.of("person", person.sourcedId(), "device", person.sourcedId() + "-" + (phones.size() + 1), "platform", "APNS",
					"token",
					phone.target().token().value(), "topic", phone.target().topic().value()));
		}
		return phones;
	}

	private static int send(HttpRequest request) throws IOException {
		try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
			return response.statusCode();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", e);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}
}
