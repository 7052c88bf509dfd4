package org.schoolbell.district.api;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDescriptionTest extends ServerTest {
	@Test
	void everyEndpointIsDescribedWithTheScopesThatOpenIt() {
		JsonNode description = get("/v3/api-docs").json();

		assertThat(description.required("openapi").asString()).startsWith("3.1");
		Set<String> described = new TreeSet<>();
		description.required("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
			described.add(operation.getKey() + " " + path.getKey());
			JsonNode security = operation.getValue().required("security");
			assertThat(security.size()).as(path.getKey()).isPositive();
			security.forEach(
					alternative -> assertThat(alternative.has("session") || alternative.required("oauth2").size() == 1).as(path.getKey())
							.isTrue());
		}));
		assertThat(described).contains("post /api/v1/scores", "get /api/v1/notices", "get /api/v1/traces", "get /api/v1/push-settings",
				"put /api/v1/push-settings", "get /api/v1/choices", "put /api/v1/choices",
				"put /ims/oneroster/gradebook/v1p2/results/{sourcedId}");
		assertThat(description.at("/components/securitySchemes/oauth2/flows/clientCredentials/tokenUrl").asString())
				.isEqualTo("/oauth2/token");
		assertThat(description.at("/components/schemas/Device/required").values()).extracting(JsonNode::asString)
				.containsExactly("platform");
		assertThat(description.at("/paths/~1api~1v1~1devices/post/security/0/session").isArray()).isTrue();
		assertThat(description.at("/components/schemas/Score/required").values()).extracting(JsonNode::asString)
				.containsExactlyInAnyOrder("assignment", "student");
	}

	@Test
	void thePageIsServedFromHereAlone() {
		Reply entrance = get("/api");
		assertThat(entrance.status()).isEqualTo(302);
		assertThat(entrance.header("Location")).endsWith("/swagger-ui/index.html");

		Reply page = get("/swagger-ui/index.html");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).doesNotContain("http://", "https://", "<script>", "style=");
		for (String part : List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "swagger-initializer.js")) {
			assertThat(get("/swagger-ui/" + part).status()).as(part).isEqualTo(200);
		}
	}

	private Reply get(String path) {
		return client().send(HttpRequest.newBuilder(client().uri(path)));
	}
}
