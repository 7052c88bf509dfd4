package org.schoolbell.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.apns.ApnsStandIn;

/** The whole role, as its users start it, on free ports; one for all tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"spring.config.name=application,sandbox",
		"sandbox.apns.port=0", "sandbox.web-push.port=0"})
abstract class RunningSandbox {
	static final String ANA = "a".repeat(64);
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final HttpClient HTTP = HttpClient.newHttpClient();
	/** Not a folder of one class: both classes run on the one sandbox. */
	private static final Path FOLDER = Path.of("target", "running-sandbox");

	@Autowired
	ApnsStandIn apns;
	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void folder(DynamicPropertyRegistry registry) {
		registry.add("sandbox.apns.folder", FOLDER::toString);
		registry.add("sandbox.web-push.folder", FOLDER::toString);
	}

	@BeforeEach
	void givePhone() {
		apns.addPhone("ana-lopez", "ana-phone", ANA);
	}

	@AfterEach
	void forget() {
		apns.deliveries().clear();
		apns.faults().clear();
	}

	int port() {
		return port;
	}

	HttpRequest.Builder at(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HTTP.send(request.build(), BodyHandlers.ofString());
	}

	JsonNode get(String path) throws IOException, InterruptedException {
		return JSON.readTree(send(at(path)).body());
	}

	HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
		return send(at(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
	}

	HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
		return send(at(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	HttpResponse<String> delete(String path) throws IOException, InterruptedException {
		return send(at(path).DELETE());
	}

	HttpClient http() {
		return HTTP;
	}
}
