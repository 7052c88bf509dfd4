package org.schoolbell.district.dispatch.seal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.schoolbell.district.testing.TestDistrict;
import org.schoolbell.wire.WebPushEndpoint;
import org.schoolbell.wire.WebPushHosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who the district is to push services: one key for ever, one token an origin for hours. */
class VapidTest {
	private static final String SUBJECT = "mailto:push@district.example.org";
	private static final WebPushEndpoint MOZILLA = new WebPushEndpoint("https://updates.push.services.mozilla.com/wpush/v2/1");
	private static final WebPushEndpoint GOOGLE = new WebPushEndpoint("https://FCM.googleapis.com:443/fcm/send/1");

	private static final TestDistrict DISTRICT = TestDistrict.with();

	@AfterAll
	static void close() {
		DISTRICT.close();
	}

	@Test
	void aTokenSaysForWhomUntilWhenAndFromWhomAndIsSignedByTheKeyBesideIt() throws Exception {
		String header = server().authorization(GOOGLE).value();

		assertThat(header).matches("vapid t=[\\w.-]+, k=[\\w-]{87}");
		SignedJWT token = SignedJWT.parse(header.substring("vapid t=".length(), header.indexOf(',')));
		assertThat(token.getHeader().toJSONObject()).containsOnlyKeys("alg", "typ").containsEntry("alg", "ES256").containsEntry("typ",
				"JWT");
		assertThat(token.getJWTClaimsSet().toJSONObject()).containsOnlyKeys("aud", "exp", "sub")
				.containsEntry("aud", "https://fcm.googleapis.com")
				.containsEntry("sub", SUBJECT)
				.containsEntry("exp", DISTRICT.time().instant().plus(Duration.ofHours(12)).getEpochSecond());
		assertThat(token.verify(new ECDSAVerifier(point(header.substring(header.indexOf("k=") + 2))))).isTrue();
	}

	@Test
	void oneTokenServesAnOriginForHoursAndIsRenewedLongBeforeItEnds() {
		Vapid vapid = server();
		String first = vapid.authorization(GOOGLE).value();
		DISTRICT.time().pass(Duration.ofHours(6).minusSeconds(1));

		assertThat(vapid.authorization(new WebPushEndpoint("https://fcm.googleapis.com/wp/another")).value()).isEqualTo(first);
		assertThat(vapid.authorization(MOZILLA).value()).isNotEqualTo(first);
		DISTRICT.time().pass(Duration.ofSeconds(1));
		assertThat(vapid.authorization(GOOGLE).value()).isNotEqualTo(first);
	}

	@Test
	void asManyOriginsAsAClientNamesAreServed() {
		Vapid vapid = server();
		for (int i = 0; i < 1_100; i++) {
			assertThat(vapid.authorization(new WebPushEndpoint("https://h" + i + ".push.apple.com/1")).value()).startsWith("vapid t=");
		}
	}

	@Test
	void theKeyStaysThroughRestartsAndIsTheSameOnAServerThatStartsAtTheSameMoment() throws Exception {
		DISTRICT.jdbc().sql("DELETE FROM dispatch.vapid_key").update();
		try (var servers = Executors.newFixedThreadPool(4)) {
			List<Callable<String>> starts = Collections.nCopies(4,
					() -> new VapidKeys(DISTRICT.jdbc(), DISTRICT.time()).key().toJSONString());
			List<String> keys = servers.invokeAll(starts).stream().map(Future::resultNow).toList();

			assertThat(keys).containsOnly(new VapidKeys(DISTRICT.jdbc(), DISTRICT.time()).key().toJSONString());
		}
		assertThat(DISTRICT.jdbc().sql("SELECT count(*) FROM dispatch.vapid_key").query(Long.class).single()).isOne();
	}

	@Test
	void aPageIsGivenThePointThatTokensAreSignedBy() {
		ApplicationServerKey key = key(SUBJECT);
		String base64url = key.base64url().orElseThrow();

		assertThat(Base64.getUrlDecoder().decode(base64url)).hasSize(65).startsWith(4);
		assertThat(server().authorization(GOOGLE).value()).endsWith(", k=" + base64url);
		assertThat(key.matches(base64url)).isTrue();
		assertThat(key.matches(base64url + "=")).isTrue();
		assertThat(key.matches(base64url.substring(1))).isFalse();
	}

	@Test
	void withoutASubjectNoBrowserIsOfferedAnything() {
		assertThat(key(null).base64url()).isEmpty();
		assertThatThrownBy(() -> server(null).authorization(GOOGLE)).isInstanceOf(IllegalStateException.class)
				.hasMessage("schoolbell.webpush.subject is not set");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "push@district.example.org", "mailto:push@localhost", "mailto: push@example.org",
			"mailto:<push@example.org>",
			"mailto:push@", "mailto:@example.org", "http://example.org", "https://localhost/push", "https://example",
			"https://10.0.0.1/push",
			"https://example.org/a b", "tel:+15551234"})
	void aSubjectThatPushServicesRefuseIsRefusedAtTheStart(String subject) {
		assertThatIllegalArgumentException().isThrownBy(() -> new WebPushSettings(subject, List.of()))
				.withMessageStartingWith("schoolbell.webpush.subject: ");
	}

	@Test
	void aListOfPushServicesIsReadAtTheStart() {
		assertThat(new WebPushSettings(null, List.of()).hosts()).isEqualTo(WebPushHosts.KNOWN);
		assertThatIllegalArgumentException().isThrownBy(() -> new WebPushSettings(null, List.of("https://fcm.googleapis.com")))
				.withMessageStartingWith("schoolbell.webpush.hosts: ");
	}

	@Test
	void anEndpointElsewhereIsRefusedWithoutBeingRepeated() {
		PushServices services = new PushServices(new WebPushSettings(SUBJECT, List.of("localhost:7445")));

		services.require("https://localhost:7445/push/mozilla/1");
		for (String endpoint : List.of(MOZILLA.value(), "https://localhost/push", "https://user@localhost:7445/push", "no address")) {
			assertThatIllegalArgumentException().isThrownBy(() -> services.require(endpoint))
					.satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("mozilla").doesNotContain("localhost"));
		}
	}

	private static Vapid server() {
		return server(SUBJECT);
	}

	private static Vapid server(@Nullable String subject) {
		try {
			return new Vapid(new VapidKeys(DISTRICT.jdbc(), DISTRICT.time()), key(subject), new WebPushSettings(subject, List.of()),
					DISTRICT.time());
		} catch (JOSEException e) {
			throw new AssertionError(e);
		}
	}

	private static ApplicationServerKey key(@Nullable String subject) {
		return new ApplicationServerKey(new VapidKeys(DISTRICT.jdbc(), DISTRICT.time()), new WebPushSettings(subject, List.of()));
	}

	private static ECKey point(String base64url) {
		byte[] point = Base64.getUrlDecoder().decode(base64url);
		return new ECKey.Builder(Curve.P_256, Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
				Base64URL.encode(Arrays.copyOfRange(point, 33, 65))).build();
	}
}
