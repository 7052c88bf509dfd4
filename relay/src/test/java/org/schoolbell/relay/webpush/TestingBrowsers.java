package org.schoolbell.relay.webpush;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import com.google.crypto.tink.apps.webpush.WebPushHybridEncrypt;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.schoolbell.sandbox.phone.Face;
import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.PushKeys;
import org.schoolbell.sandbox.webpush.WebPushStandIn;
import org.schoolbell.wire.Ciphertext;
import org.schoolbell.wire.CollapseId;
import org.schoolbell.wire.Priority;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.PushRef;
import org.schoolbell.wire.Target;
import org.schoolbell.wire.VapidAuthorization;
import org.schoolbell.wire.WebPushEndpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A district as browsers know it: a key that they subscribe with, and pushes that it has sealed and signed, by libraries. */
public final class TestingBrowsers {
	private static final Clock CLOCK = Clock.systemUTC();

	private final WebPushStandIn service;
	private final ECKey key;

	public TestingBrowsers(WebPushStandIn service) throws JOSEException {
		this.service = service;
		this.key = new ECKeyGenerator(Curve.P_256).generate();
	}

	/** A phone whose browser has subscribed to this district. */
	public Phone phone(String name, Face face) {
		return service.addPhone(name, name + "-phone", face, applicationServerKey());
	}

	/** A push that says its own name. */
	public Push push(Phone phone, String name) throws GeneralSecurityException, JOSEException {
		PushId id = new PushId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
		String text = """
				{"web_push":8030,"notification":{"title":"%s","body":"90%% in Algebra I.","navigate":"/n/1","tag":"%s","data":{"id":"%s"}}}"""
				.formatted(name, name, id);
		return to(endpoint(phone), sealed(phone, text), id, name);
	}

	/** A push with this body to this address. */
	public Push to(String endpoint, byte[] body, String name) throws JOSEException {
		return to(endpoint, body, new PushId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))), name);
	}

	private Push to(String endpoint, byte[] body, PushId id, String name) throws JOSEException {
		byte[] slot = new byte[24];
		new Random(name.hashCode()).nextBytes(slot);
		Target target = new Target.WebPush(new WebPushEndpoint(endpoint), new VapidAuthorization(vapid()), Ciphertext.of(body));
		return new Push(id, new PushRef(name), target, CollapseId.of(slot), Priority.HIGH, true, CLOCK.instant().plus(Duration.ofDays(1)),
				"ASSIGNMENTS", null, null, null, null);
	}

	String endpoint(Phone phone) {
		return service.of(Objects.requireNonNull(phone.subscription()).face(), phone.token());
	}

	private static byte[] sealed(Phone phone, String text) throws GeneralSecurityException {
		PushKeys keys = Objects.requireNonNull(phone.subscription()).keys();
		return new WebPushHybridEncrypt.Builder().withRecipientPublicKey(keys.publicKey()).withAuthSecret(keys.auth()).build()
				.encrypt(text.getBytes(UTF_8), null);
	}

	private String applicationServerKey() {
		byte[] point = new byte[65];
		point[0] = 4;
		System.arraycopy(key.getX().decode(), 0, point, 1, 32);
		System.arraycopy(key.getY().decode(), 0, point, 33, 32);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
	}

	private String vapid() throws JOSEException {
		Instant expiry = CLOCK.instant().plus(Duration.ofHours(12));
		SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).build(), new JWTClaimsSet.Builder()
				.audience(service.origin()).expirationTime(Date.from(expiry)).subject("mailto:push@example.org").build());
		jwt.sign(new ECDSASigner(key));
		return "vapid t=" + jwt.serialize() + ", k=" + applicationServerKey();
	}
}
