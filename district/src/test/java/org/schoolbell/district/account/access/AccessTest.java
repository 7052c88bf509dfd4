package org.schoolbell.district.account.access;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Which scopes open which endpoints: typed by hand, one row a route. Who else may go where, {@link RoutesTest} says. */
class AccessTest extends ServerTest {
	/**
	 * Endpoints of the APIs.
	 *
	 * @param status what a caller with a right scope hears of a request without parameters and body: that it came through the door
	 * @param callers the scopes of which each alone opens the door
	 */
	private record Guarded(String method, String path, int status, Set<Scope> callers) {
		Guarded(String method, String path, int status, Scope... callers) {
			this(method, path, status, Set.of(callers));
		}

		/** @return the path with a name that no record has */
		String address() {
			return path.replace("{sourcedId}", "nothing");
		}
	}

	private static final String GRADEBOOK = "/ims/oneroster/gradebook/v1p2/";

	private static final List<Guarded> GUARDED = List.of(
			new Guarded("POST", "/api/v1/scores", 415, Scope.SCHOOLBELL_WRITE),
			new Guarded("GET", "/api/v1/notices", 400, Scope.SCHOOLBELL_READ),
			new Guarded("GET", "/api/v1/traces", 400, Scope.SCHOOLBELL_READ),
			new Guarded("GET", "/api/v1/choices", 400, Scope.SCHOOLBELL_READ),
			new Guarded("PUT", "/api/v1/choices", 415, Scope.SCHOOLBELL_WRITE),
			new Guarded("GET", "/api/v1/push-settings", 200, Scope.SCHOOLBELL_READ),
			new Guarded("PUT", "/api/v1/push-settings", 415, Scope.SCHOOLBELL_WRITE),
			new Guarded("GET", GRADEBOOK + "lineItems", 200, Scope.GRADEBOOK_CORE_READONLY, Scope.GRADEBOOK_READONLY),
			new Guarded("GET", GRADEBOOK + "lineItems/{sourcedId}", 404, Scope.GRADEBOOK_CORE_READONLY, Scope.GRADEBOOK_READONLY),
			new Guarded("GET", GRADEBOOK + "results", 200, Scope.GRADEBOOK_CORE_READONLY, Scope.GRADEBOOK_READONLY),
			new Guarded("GET", GRADEBOOK + "results/{sourcedId}", 404, Scope.GRADEBOOK_CORE_READONLY, Scope.GRADEBOOK_READONLY),
			new Guarded("PUT", GRADEBOOK + "results/{sourcedId}", 415, Scope.GRADEBOOK_CREATEPUT));

	/** Endpoints of the APIs for people who have signed in. */
	private static final List<String> OF_PEOPLE = List.of("GET /api/v1/devices", "POST /api/v1/devices", "DELETE /api/v1/devices/{id}");

	/** What everyone may read, with a token or without. */
	private static final List<String> OPEN = List.of("/api", "/swagger-ui/index.html", "/v3/api-docs", "/v3/api-docs.yaml",
			"/v3/api-docs/swagger-config", "/oauth2/jwks", "/.well-known/oauth-authorization-server");

	/** What is as if it were not there: the container's error page asked for directly, addresses of other servers' habits, and what will be. */
	private static final List<String> NOTHING = List.of("/error", "/login", "/logout", "/oauth2/authorize", "/oauth2/introspect",
			"/oauth2/revoke", "/oauth2/device_authorization", "/.well-known/openid-configuration", "/userinfo", "/actuator",
			"/actuator/health",
			"/actuator/env", "/webjars/swagger-ui/index.html", "/nothing");

	@Autowired
	private ApplicationContext server;

	@Test
	void everyEndpointOfTheApisIsInTheTable() {
		Stream<String> ofPrograms = GUARDED.stream().map(route -> route.method + " " + route.path);
		assertThat(Stream.concat(ofPrograms, OF_PEOPLE.stream())).containsExactlyInAnyOrderElementsOf(
				ServedRoutes.of(server).stream().filter(route -> route.contains(" /api/") || route.contains(" /ims/")).toList());
	}

	@Test
	void withoutATokenNoEndpointOfTheApisIsReached() {
		for (Guarded route : GUARDED) {
			for (String authorization : List.of("", "Bearer nonsense", "Bearer " + forged(), client().basic())) {
				HttpRequest.Builder request = request(route.method, route.address());
				Reply reply = client().send(authorization.isEmpty() ? request : request.header("Authorization", authorization));

				assertThat(reply.status()).as(route + " " + authorization).isEqualTo(401);
				assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
				assertThat(reply.header("Content-Type")).isEqualTo(
						route.path.startsWith("/ims") ? "application/json" : "application/problem+json");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Scope.class)
	void eachScopeOpensItsEndpointsAndNoOther(Scope scope) {
		for (Guarded route : GUARDED) {
			Reply reply = client().send(client().bearer(route.address(), scope).method(route.method, BodyPublishers.noBody()));

			boolean may = route.callers.contains(scope);
			assertThat(reply.status()).as(route + " with " + scope).isEqualTo(may ? route.status : 403);
			if (!may) {
				assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope");
				assertThat(reply.text()).contains(route.callers.stream().map(Scope::value).toList());
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Scope.class)
	void whatIsForPeopleNoTokenOpens(Scope scope) {
		for (String route : OF_PEOPLE) {
			String[] parts = route.replace("{id}", "1").split(" ");
			Reply reply = client().send(client().bearer(parts[1], scope).method(parts[0], BodyPublishers.noBody()));

			assertThat(reply.status()).as(route).isEqualTo(403);
			assertThat(reply.text()).contains("No client may call this.");
			assertThat(client().send(request(parts[0], parts[1])).status()).as(route).isIn(401, 403);
		}
	}

	@Test
	void theDescriptionAndTheKeysAreForEveryone() {
		for (String path : OPEN) {
			Reply reply = client().send(request("GET", path));
			assertThat(reply.status()).as(path).isIn(200, 302);

			Reply wrong = client().send(request("POST", path));
			assertThat(wrong.status()).as("POST " + path).isEqualTo(405);
			assertThat(wrong.header("Allow")).isEqualTo("GET");
		}
		assertThat(client().send(request("GET", "/oauth2/token")).status()).isEqualTo(405);
	}

	@ParameterizedTest
	@EnumSource(names = {"SCHOOLBELL_READ", "ROSTER_READONLY"}, value = Scope.class)
	void whereThereIsNothingATokenChangesNothing(Scope scope) {
		for (String path : NOTHING) {
			for (String method : List.of("GET", "POST", "DELETE")) {
				assertThat(client().send(request(method, path)).status()).as(method + " " + path).isEqualTo(404);
				assertThat(client().send(client().bearer(path, scope).method(method, BodyPublishers.noBody())).status())
						.as(method + " " + path + " with a token").isEqualTo(404);
			}
		}
		for (String path : List.of("/api/v1/nothing", "/api/", "/ims/", "/ims/oneroster/gradebook/v1p2/nothing")) {
			assertThat(client().send(request("GET", path)).status()).as(path).isEqualTo(401);
			Reply reply = client().get(path, scope);
			assertThat(reply.status()).as(path + " with a token").isEqualTo(404);
			assertThat(reply.text()).as(path)
					.contains(path.startsWith("/ims") ? "\"imsx_codeMajor\":\"failure\"" : "\"title\":\"Not Found\"");
		}
	}

	@Test
	void everyAnswerForbidsFramingSniffingAndWhatIsNotOurs() {
		for (String path : List.of("/api/v1/push-settings", "/swagger-ui/index.html", "/oauth2/jwks", "/nothing", "/v3/api-docs")) {
			Reply reply = client().send(request("GET", path));

			assertThat(reply.header("Content-Security-Policy")).as(path).startsWith("default-src 'none'").contains("frame-ancestors 'none'")
					.doesNotContain("http", "*", "unsafe-eval");
			assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
			assertThat(reply.header("Referrer-Policy")).isEqualTo(path.equals("/nothing") ? "same-origin" : "no-referrer");
			assertThat(reply.header("Set-Cookie")).isEmpty();
		}
	}

	private HttpRequest.Builder request(String method, String path) {
		return HttpRequest.newBuilder(client().uri(path)).method(method, BodyPublishers.noBody());
	}

	/** @return a token of ours whose scope was changed after it was signed */
	private String forged() {
		String[] parts = client().token(Scope.ROSTER_READONLY).split("\\.");
		String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String more = claims.replace(Scope.ROSTER_READONLY.value(), Scope.SCHOOLBELL_WRITE.value());
		assertThat(more).isNotEqualTo(claims);
		return parts[0] + "." + Base64.getUrlEncoder().withoutPadding()
				.encodeToString(more.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
	}
}
