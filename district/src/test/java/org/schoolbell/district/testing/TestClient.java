package org.schoolbell.district.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.account.ApiClients;
import org.schoolbell.district.account.ClientSecret;
import org.schoolbell.district.account.Scope;

/** An API client of the district, over HTTP. */
public final class TestClient {
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final String ID = "test-client";
	private static final ClientSecret SECRET = ClientSecret.random(new SecureRandom());
	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final Map<Integer, TestClient> CLIENTS = new ConcurrentHashMap<>();

	private final int port;
	private final Map<String, String> tokens = new ConcurrentHashMap<>();

	private TestClient(int port) {
		this.port = port;
	}

	/** @return the one client of the server at this port, with its tokens */
	static TestClient of(int port, ApiClients clients) {
		return CLIENTS.computeIfAbsent(port, _ -> {
			clients.save(ID, SECRET, EnumSet.allOf(Scope.class));
			return new TestClient(port);
		});
	}

	/** An answer of the district. */
	public record Reply(HttpResponse<String> response) {
		public int status() {
			return response.statusCode();
		}

		public String header(String name) {
			return response.headers().firstValue(name).orElse("");
		}

		public JsonNode json() {
			return JSON.readTree(response.body());
		}

		public String text() {
			return response.body();
		}
	}

	/** @return a token with these scopes */
	public String token(Scope... scopes) {
		String named = Arrays.stream(scopes).map(Scope::value).collect(Collectors.joining(" "));
		return tokens.computeIfAbsent(named, _ -> {
			Reply reply = askToken(basic(ID, SECRET.value()), "grant_type=client_credentials&scope=" + encoded(named));
			return reply.json().required("access_token").asString();
		});
	}

	/** Asks the token endpoint. */
	public Reply askToken(String authorization, String form) {
		return send(HttpRequest.newBuilder(uri("/oauth2/token")).header("Authorization", authorization)
				.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
	}

	/** @return the Authorization header of this test's client */
	public String basic() {
		return basic(ID, SECRET.value());
	}

	public static String basic(String id, String secret) {
		return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
	}

	public Reply get(String path, Scope scope) {
		return send(bearer(path, scope).GET());
	}

	public Reply post(String path, String json, Scope scope) {
		return send(bearer(path, scope).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	public Reply put(String path, String json, Scope scope) {
		return send(bearer(path, scope).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
	}

	/** @return a request that carries a token with this scope */
	public HttpRequest.Builder bearer(String path, Scope scope) {
		return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token(scope));
	}

	public URI uri(String path) {
		return URI.create("http://localhost:" + port + path);
	}

	public Reply send(HttpRequest.Builder request) {
		try {
			return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
		} catch (IOException e) {
			throw new IllegalStateException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	public static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}
}
