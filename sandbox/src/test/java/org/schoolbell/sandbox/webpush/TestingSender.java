package org.schoolbell.sandbox.webpush;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.google.crypto.tink.apps.webpush.WebPushHybridEncrypt;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.PushKeys;
import org.schoolbell.sandbox.phone.Subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A sender of Web Pushes with a key of its own, made of libraries. */
public final class TestingSender implements AutoCloseable {
	private final HttpClient http;
	private final WebPushStandIn service;
	private final ECKey key;

	public TestingSender(WebPushStandIn service) throws Exception {
		this.service = service;
		this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).sslContext(trust(service.certificate())).build();
		this.key = new ECKeyGenerator(Curve.P_256).generate();
	}

	/** Its public key, as browsers subscribe with it. */
	public String applicationServerKey() {
		byte[] point = new byte[65];
		point[0] = 4;
		System.arraycopy(key.getX().decode(), 0, point, 1, 32);
		System.arraycopy(key.getY().decode(), 0, point, 33, 32);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
	}

	/** A header that is good for the service. */
	String vapid() throws Exception {
		return vapid(service.origin(), Instant.now().plus(Duration.ofHours(12)), "mailto:push@example.org");
	}

	String vapid(String audience, Instant expiry, String subject) throws Exception {
		SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).build(),
				new JWTClaimsSet.Builder().audience(audience).expirationTime(Date.from(expiry)).subject(subject).build());
		jwt.sign(new ECDSASigner(key));
		return "vapid t=" + jwt.serialize() + ", k=" + applicationServerKey();
	}

	static byte[] sealed(Phone phone, String json) throws Exception {
		PushKeys keys = subscription(phone).keys();
		return new WebPushHybridEncrypt.Builder().withRecipientPublicKey(keys.publicKey()).withAuthSecret(keys.auth()).build()
				.encrypt(json.getBytes(UTF_8), null);
	}

	/** A whole push that nothing is wrong with, to be spoilt. */
	HttpRequest.Builder push(Phone phone, byte[] body) throws Exception {
		return push(URI.create(service.of(subscription(phone).face(), phone.token())), body);
	}

	/** The same to any address. */
	public HttpRequest.Builder push(URI endpoint, byte[] body) throws Exception {
		return HttpRequest.newBuilder(endpoint).header("TTL", "3600")
				.header("Urgency", "high").header("Topic", "a".repeat(32)).header("Content-Encoding", "aes128gcm")
				.header("Authorization", vapid()).POST(BodyPublishers.ofByteArray(body));
	}

	public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return http.send(request.build(), BodyHandlers.ofString());
	}

	private static Subscription subscription(Phone phone) {
		return Objects.requireNonNull(phone.subscription());
	}

	private static SSLContext trust(Path certificate) throws Exception {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		try (InputStream in = Files.newInputStream(certificate)) {
			store.setCertificateEntry("service", CertificateFactory.getInstance("X.509").generateCertificate(in));
		}
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers.getTrustManagers(), null);
		return context;
	}

	@Override
	public void close() {
		http.close();
	}
}
