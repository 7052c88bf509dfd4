package org.schoolbell.sandbox.school;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a server that gives out tokens and takes only the newest; the whole with a real district is a test of the demo's. */
class DistrictApiTest {
	private final List<String> asked = new ArrayList<>();
	private final HttpClient http = HttpClient.newHttpClient();
	private HttpServer server;
	private int tokens;

	@BeforeEach
	void start() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	@AfterEach
	void stop() {
		server.stop(0);
		http.close();
	}

	@Test
	void asksForOneTokenAndForAnotherOnceThatHasRunOut() {
		DistrictApi api = api("right");

		assertThat(api.get("/thing?a=b").path("path").asString()).isEqualTo("/thing?a=b");
		assertThat(api.put("/thing", Map.of("a", 1)).path("body").asString()).isEqualTo("{\"a\":1}");
		tokens++;
		assertThat(api.post("/thing", List.of()).path("body").asString()).isEqualTo("[]");

		assertThat(asked).containsExactly("POST /oauth2/token", "GET /thing?a=b", "PUT /thing", "POST /thing", "POST /oauth2/token",
				"POST /thing");
	}

	@Test
	void saysInASentenceWhatIsWrongAndNeverTheSecret() {
		assertThatThrownBy(() -> api("wrong").get("/thing?person=x")).isInstanceOfSatisfying(SchoolUnavailable.class, refused -> assertThat(
				refused.detail()).contains("answered 401 to /oauth2/token").doesNotContain("wrong"));
		server.stop(0);
		assertThatThrownBy(() -> api("right").get("/thing")).isInstanceOfSatisfying(SchoolUnavailable.class,
				refused -> assertThat(refused.detail()).contains("cannot be reached", address().toString()));
		assertThat(new DistrictAccess(address(), "client", "right")).asString().doesNotContain("right");
	}

	@Test
	void anAccessWithoutOneOfItsPartsIsRefused() {
		assertThatThrownBy(() -> new DistrictAccess(address(), "client", " ")).hasMessageContaining("client-secret");
		assertThatThrownBy(() -> new DistrictAccess(URI.create("localhost"), "client", "right"))
				.hasMessageContaining("http://localhost:8080");
	}

	private DistrictApi api(String secret) {
		return new DistrictApi(new DistrictAccess(address(), "client", secret), http);
	}

	private URI address() {
		return URI.create("http://localhost:" + server.getAddress().getPort());
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().toString();
		asked.add(exchange.getRequestMethod() + " " + path);
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String who = exchange.getRequestHeaders().getFirst("Authorization");
		if (path.equals("/oauth2/token")) {
			// client:right
			boolean right = who.equals("Basic Y2xpZW50OnJpZ2h0");
			tokens += right ? 1 : 0;
			send(exchange, right ? 200 : 401, "{\"access_token\":\"token-%d\"}".formatted(tokens));
		} else {
			send(exchange, who.equals("Bearer token-" + tokens) ? 200 : 401,
					"{\"path\":\"%s\",\"body\":\"%s\"}".formatted(path, body.replace("\"", "\\\"")));
		}
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}
}
