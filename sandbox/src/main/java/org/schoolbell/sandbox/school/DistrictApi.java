package org.schoolbell.sandbox.school;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A district's public API, called as any integrator's program would: OAuth 2 client credentials, JSON. Safe for use by many threads. What goes wrong is a
 * {@link SchoolUnavailable}.
 */
final class DistrictApi {
	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final String SCOPES = "schoolbell.read schoolbell.write";
	private static final int UNAUTHORIZED = 401;
	private static final JsonMapper JSON = JsonMapper.shared();

	private final DistrictAccess access;
	private final HttpClient http;
	private volatile @Nullable String token;

	DistrictApi(DistrictAccess access, HttpClient http) {
		this.access = access;
		this.http = http;
	}

	URI address() {
		return access.district();
	}

	JsonNode get(String path) {
		return call("GET", path, BodyPublishers.noBody());
	}

	JsonNode post(String path, Object body) {
		return call("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
	}

	JsonNode put(String path, Object body) {
		return call("PUT", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
	}

	/** A value for a query. */
	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** Tries once more with a fresh token, since the one at hand may have run out or the district been made anew. */
	private JsonNode call(String method, String path, BodyPublisher body) {
		String known = token;
		HttpRequest.Builder request = to(path).method(method, body).header("Content-Type", "application/json");
		HttpResponse<String> answer = send(request.setHeader("Authorization", "Bearer " + (known == null ? freshToken() : known)));
		if (answer.statusCode() == UNAUTHORIZED && known != null) {
			answer = send(request.setHeader("Authorization", "Bearer " + freshToken()));
		}
		return read(path, answer);
	}

	private String freshToken() {
		String basic = Base64.getEncoder()
				.encodeToString((access.clientId() + ":" + access.clientSecret()).getBytes(StandardCharsets.UTF_8));
		JsonNode answer = read("/oauth2/token", send(to("/oauth2/token").header("Authorization", "Basic " + basic)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + encoded(SCOPES)))));
		String fresh = answer.path("access_token").asString("");
		token = fresh;
		return fresh;
	}

	private HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(access.district().resolve(path)).timeout(PATIENCE);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return http.send(request.build(), BodyHandlers.ofString());
		} catch (IOException unreachable) {
			throw new SchoolUnavailable("The district at %s cannot be reached. Is it running?".formatted(address()), unreachable);
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new SchoolUnavailable("The sandbox is stopping.", interrupted);
		}
	}

	private JsonNode read(String path, HttpResponse<String> answer) {
		if (answer.statusCode() / 100 != 2) {
			throw new SchoolUnavailable("The district answered %d to %s. Do the client's id and secret belong to it?"
					.formatted(answer.statusCode(), path.replaceFirst("\\?.*", "")), null);
		}
		try {
			return JSON.readTree(answer.body());
		} catch (JacksonException unreadable) {
			throw new SchoolUnavailable("What answers at %s is no district.".formatted(address()), unreadable);
		}
	}
}
