package org.schoolbell.district.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenTest extends ServerTest {
	private static final String ASK = "grant_type=client_credentials&scope=";

	@Autowired
	private ApiClients clients;
	@Autowired
	private SigningKeys keys;

	@ParameterizedTest
	@EnumSource(Scope.class)
	void aClientGetsTheScopeItAsksForAndNoOther(Scope scope) {
		JsonNode answer = client().askToken(client().basic(), ASK + TestClient.encoded(scope.value())).json();

		assertThat(answer.required("token_type").asString()).isEqualTo("Bearer");
		assertThat(answer.required("expires_in").asInt()).isBetween(895, 900);
		JsonNode claims = claims(answer.required("access_token").asString());
		assertThat(claims.required("scope").values()).extracting(JsonNode::asString).containsExactly(scope.value());
	}

	@Test
	void aWrongSecretAnUnknownClientAndNoneAreTurnedAway() {
		for (String wrong : List.of(TestClient.basic("test-client", "not-the-secret"), TestClient.basic("nobody", "not-the-secret"))) {
			TestClient.Reply reply = client().askToken(wrong, ASK + "schoolbell.read");

			assertThat(reply.status()).isEqualTo(401);
			assertThat(reply.json().required("error").asString()).isEqualTo("invalid_client");
		}
		TestClient.Reply none = client().askToken("Bearer something", ASK + "schoolbell.read");
		assertThat(none.status()).isEqualTo(401);
		assertThat(none.header("WWW-Authenticate")).startsWith("Basic");
		assertThat(none.json().required("error").asString()).isEqualTo("invalid_client");
	}

	@Test
	void aTokenRequestNamesScopesThatTheClientHas() {
		clients.save("reader", new ClientSecret("0123456789abcdef0123456789abcdef"), Set.of(Scope.SCHOOLBELL_READ));
		String reader = TestClient.basic("reader", "0123456789abcdef0123456789abcdef");

		for (String form : List.of("grant_type=client_credentials", ASK, ASK + "schoolbell.write", ASK + "schoolbell.read+schoolbell.write",
				ASK + "admin")) {
			TestClient.Reply reply = client().askToken(reader, form);

			assertThat(reply.status()).as(form).isEqualTo(400);
			assertThat(reply.json().required("error").asString()).as(form).isEqualTo("invalid_scope");
		}
		assertThat(client().askToken(reader, ASK + "schoolbell.read").status()).isEqualTo(200);
	}

	@Test
	void noOtherGrantIsThere() {
		TestClient.Reply reply = client().askToken(client().basic(), "grant_type=authorization_code&code=1&redirect_uri=http://localhost/");

		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().required("error").asString()).isIn("unauthorized_client", "invalid_grant", "unsupported_grant_type");
	}

	@Test
	void aClientThatIsSavedAgainHasItsNewSecretAndScopesOnly() {
		ClientSecret first = ClientSecret.random(new SecureRandom());
		ClientSecret second = ClientSecret.random(new SecureRandom());
		clients.save("changing", first, Set.of(Scope.SCHOOLBELL_READ));
		clients.save("changing", second, Set.of(Scope.SCHOOLBELL_WRITE));

		assertThat(client().askToken(TestClient.basic("changing", first.value()), ASK + "schoolbell.read").status()).isEqualTo(401);
		assertThat(client().askToken(TestClient.basic("changing", second.value()), ASK + "schoolbell.read").status()).isEqualTo(400);
		assertThat(client().askToken(TestClient.basic("changing", second.value()), ASK + "schoolbell.write").status()).isEqualTo(200);
		assertThat(jdbc().sql("SELECT secret_hash FROM account.client WHERE id = 'changing'").query(String.class).single())
				.startsWith("{bcrypt}").doesNotContain(second.value());
	}

	@Test
	void theSigningKeyStaysAndItsPrivatePartIsNeverPublished() {
		assertThat(keys.accessTokens()).isEqualTo(keys.accessTokens());
		assertThat(jdbc().sql("SELECT count(*) FROM account.signing_key").query(Long.class).single()).isOne();

		JsonNode key = client().send(java.net.http.HttpRequest.newBuilder(client().uri("/oauth2/jwks"))).json().required("keys").get(0);
		assertThat(key.required("kid").asString()).isEqualTo(keys.accessTokens().getKeyID());
		assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "e", "use", "kid", "n");
	}

	@Test
	void aSecretIsLongAndRedacted() {
		ClientSecret secret = ClientSecret.random(new SecureRandom());

		assertThat(secret.toString()).doesNotContain(secret.value());
		assertThatThrownBy(() -> new ClientSecret("short")).isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("short");
		assertThatThrownBy(() -> clients.save("bad id", secret, Set.of(Scope.SCHOOLBELL_READ)))
				.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> clients.save("scopeless", secret, Set.of())).isInstanceOf(IllegalArgumentException.class);
	}

	private static JsonNode claims(String token) {
		return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
	}
}
