package org.schoolbell.sandbox.apns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;

import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import com.eatthepath.pushy.apns.auth.ApnsVerificationKey;
import com.eatthepath.pushy.apns.auth.AuthenticationToken;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.ValidatingPushNotificationHandlerFactory;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.schoolbell.sandbox.http2.Http2Request;
import org.schoolbell.sandbox.tls.CredentialFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PushyChecksTest {
	private static final String ANA = "a".repeat(64);
	private static final String TOPIC = "org.example.portal";

	@TempDir
	private Path folder;
	private ApnsSigningKey key;
	private PushyChecks checks;

	@BeforeEach
	void connect() throws Exception {
		CredentialFolder.KeyFiles files = new CredentialFolder(folder, Clock.systemUTC()).authKey("KEY4567890");
		key = ApnsSigningKey.loadFromPkcs8File(files.signingKey().toFile(), "TEAM567890", "KEY4567890");
		ApnsVerificationKey verification = ApnsVerificationKey.loadFromPkcs8File(files.verificationKey().toFile(), "TEAM567890",
				"KEY4567890");
		SSLSession session = SSLContext.getDefault().createSSLEngine().getSession();
		checks = new PushyChecks(new ValidatingPushNotificationHandlerFactory(Map.of(TOPIC, Set.of(ANA)), Map.of(),
				Map.of("KEY4567890", verification), Map.of(verification, Set.of(TOPIC))), session, Set.of(TOPIC));
	}

	@Test
	void aTokenThatWasGoodIsBelievedAndEverythingElseIsStillChecked() throws Exception {
		String good = tokenOf(Instant.now());
		checks.check(push(good, ANA, TOPIC, 10));

		assertThatCode(() -> checks.check(push(good, ANA, TOPIC, 10))).doesNotThrowAnyException();
		assertThat(refusal(push(good, "b".repeat(64), TOPIC, 10))).isEqualTo(RejectionReason.DEVICE_TOKEN_NOT_FOR_TOPIC);
		assertThat(refusal(push(good, ANA, "org.example.other", 10))).isEqualTo(RejectionReason.DEVICE_TOKEN_NOT_FOR_TOPIC);
		assertThat(refusal(push(good, ANA, TOPIC, 0))).isEqualTo(RejectionReason.PAYLOAD_EMPTY);
		assertThat(refusal(push(good, ANA, TOPIC, 5000))).isEqualTo(RejectionReason.PAYLOAD_TOO_LARGE);
	}

	@Test
	void anotherTokenIsVerifiedThoughOneWasGood() throws Exception {
		String good = tokenOf(Instant.now());
		checks.check(push(good, ANA, TOPIC, 10));

		String forged = good.substring(0, good.length() - 2) + (good.endsWith("AA") ? "BA" : "AA");
		assertThat(refusal(push(forged, ANA, TOPIC, 10))).isEqualTo(RejectionReason.INVALID_PROVIDER_TOKEN);
		assertThat(refusal(push("", ANA, TOPIC, 10))).isEqualTo(RejectionReason.MISSING_PROVIDER_TOKEN);
		assertThat(refusal(push(tokenOf(Instant.now().minusSeconds(3700)), ANA, TOPIC, 10)))
				.isEqualTo(RejectionReason.EXPIRED_PROVIDER_TOKEN);
	}

	private String tokenOf(Instant issuedAt) {
		return "bearer " + new AuthenticationToken(key, issuedAt);
	}

	private RejectionReason refusal(Http2Request request) {
		return PushyRefusal.reasonOf(catchThrowableOfType(RejectedNotificationException.class, () -> checks.check(request)));
	}

	private static Http2Request push(String authorization, String token, String topic, int payload) {
		Http2Headers headers = new DefaultHttp2Headers().method("POST").path("/3/device/" + token).add("apns-topic", topic)
				.add("authorization", authorization);
		Http2Request request = new Http2Request(headers);
		request.append(Unpooled.wrappedBuffer(new byte[payload]));
		return request;
	}
}
