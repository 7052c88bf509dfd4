package org.schoolbell.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.command.Schoolbell;
import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.EmbeddedBroker;
import org.schoolbell.embedded.EmbeddedDatabase;

/** The whole demo on free ports, and its addresses as an integrator uses them: what it shows of itself over HTTP and in its file. */
final class TestingDemo implements AutoCloseable {
	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	private final Services services = new Services();
	private final List<EmbeddedBroker> later = new ArrayList<>();
	private final Map<String, String> tokens = new HashMap<>();
	private final StringWriter printed = new StringWriter();
	private final Path folder;
	private final JsonNode addresses;

	TestingDemo(Path folder, SampleRequest sample) throws Exception {
		this.folder = folder;
		try {
			new Demo(new DemoOptions(folder, 0, false, sample, null), InstantSource.system(), services).start(new PrintWriter(printed));
		} catch (Exception e) {
			services.close();
			throw e;
		}
		addresses = JSON.readTree(folder.resolve("demo-credentials.json"));
	}

	/** What it printed. */
	String printed() {
		return printed.toString();
	}

	/** One of the addresses in its file. */
	URI address(String name) {
		return URI.create(addresses.required(name).asString());
	}

	/** Who can sign in, as its file says. */
	JsonNode accounts() {
		return addresses.required("accounts");
	}

	/** Its broker goes away, and everyone's connection with it. */
	void stopBroker() {
		services.running(EmbeddedBroker.class).orElseThrow().close();
	}

	/** The broker comes back where it was, with what it had. */
	void startBroker() {
		later.add(EmbeddedBroker.start(folder.resolve("broker"), address("broker").getPort(), "demo", InstantSource.system()));
	}

	/** @return with what a check of the connection ends that is run beside it */
	int checkConnection() {
		EmbeddedBroker broker = later.isEmpty() ? services.running(EmbeddedBroker.class).orElseThrow() : later.getLast();
		DatabaseAddress database = services.running(EmbeddedDatabase.class).orElseThrow().address();
		List<String> arguments = new ArrayList<>(List.of("check-connection"));
		arguments.addAll(new Wiring().database(database).broker("schoolbell.broker", broker, broker.district())
				.set("schoolbell.broker.district", "demo").arguments());
		return Schoolbell.run(arguments.toArray(String[]::new));
	}

	/** @return the answer to a GET of the district's API */
	JsonNode read(String path) throws IOException, InterruptedException {
		return send(
				HttpRequest.newBuilder(address("district").resolve(path)).header("Authorization", "Bearer " + token("schoolbell.read")));
	}

	/** @return the answer to a POST to the district's API */
	JsonNode write(String path, Object body) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(address("district").resolve(path)).header("Authorization", "Bearer " + token("schoolbell.write"))
				.header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
	}

	/** @return the answer to a GET of the sandbox */
	JsonNode sandbox(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(address("sandbox").resolve(path)));
	}

	/** @return what the sandbox answers to its own page, which changes something */
	JsonNode ring(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
		URI sandbox = address("sandbox");
		return send(
				HttpRequest.newBuilder(sandbox.resolve(path)).header("Origin", sandbox.toString()).header("Sec-Fetch-Site", "same-origin")
						.header("Content-Type", "application/json")
						.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body))));
	}

	private String token(String scope) throws IOException, InterruptedException {
		String known = tokens.get(scope);
		if (known == null) {
			known = freshToken(scope);
			tokens.put(scope, known);
		}
		return known;
	}

	private String freshToken(String scope) throws IOException, InterruptedException {
		JsonNode client = addresses.required("client");
		String basic = client.required("id").asString() + ":" + client.required("secret").asString();
		return send(HttpRequest.newBuilder(address("district").resolve("/oauth2/token"))
				.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form(Map.of("grant_type", "client_credentials", "scope", scope)))))
				.required("access_token").asString();
	}

	private static String form(Map<String, String> fields) {
		List<String> parts = new ArrayList<>();
		fields.forEach((name, value) -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
		return String.join("&", parts);
	}

	private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpRequest asked = request.build();
		HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IOException(asked.method() + " " + asked.uri() + " answered " + answer.statusCode() + ": " + answer.body());
		}
		return JSON.readTree(answer.body());
	}

	@Override
	public void close() {
		services.close();
		later.forEach(EmbeddedBroker::close);
		http.close();
	}
}
