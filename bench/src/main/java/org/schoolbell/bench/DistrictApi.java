package org.schoolbell.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The district's public API, as an integrator calls it. Thread-safe. */
final class DistrictApi {
	private static final Duration TIMEOUT = Duration.ofSeconds(60);
	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).version(HttpClient.Version.HTTP_1_1)
			.build();
	private final URI district;
	private final String authorization;
	private volatile @Nullable String token;

	DistrictApi(URI district, String client, String secret) {
		this.district = district;
		this.authorization = "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
	}

	/** @return for each score, in order, the status that the district answered: 201 saved, 200 unchanged */
	List<Integer> post(List<Score> scores) throws IOException {
		HttpResponse<String> response = send(scores);
		if (response.statusCode() == 401) {
			token = null;
			response = send(scores);
		}
		if (response.statusCode() != 200) {
			throw new IOException("POST /api/v1/scores answered " + response.statusCode());
		}
		List<Integer> statuses = new ArrayList<>();
		for (JsonNode result : JSON.readTree(response.body()).required("results")) {
			statuses.add(result.required("status").asInt());
		}
		return statuses;
	}

	private HttpResponse<String> send(List<Score> scores) throws IOException {
		return send(HttpRequest.newBuilder(district.resolve("/api/v1/scores")).header("Authorization", "Bearer " + token())
				.header("Content-Type", "application/json").timeout(TIMEOUT).POST(BodyPublishers.ofString(JSON.writeValueAsString(scores)))
				.build());
	}

	private String token() throws IOException {
		String known = token;
		if (known != null) {
			return known;
		}
		HttpResponse<String> response = send(
				HttpRequest.newBuilder(district.resolve("/oauth2/token")).header("Authorization", authorization)
						.header("Content-Type", "application/x-www-form-urlencoded").timeout(TIMEOUT)
						.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=schoolbell.write")).build());
		if (response.statusCode() != 200) {
			throw new IOException("POST /oauth2/token answered " + response.statusCode());
		}
		String fresh = JSON.readTree(response.body()).required("access_token").asString();
		token = fresh;
		return fresh;
	}

	private HttpResponse<String> send(HttpRequest request) throws IOException {
		try {
			return http.send(request, BodyHandlers.ofString());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", e);
		}
	}
}
