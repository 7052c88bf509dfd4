package org.schoolbell.district.dispatch.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.schoolbell.wire.VapidAuthorization;
import org.schoolbell.wire.WebPushEndpoint;

/**
 * Says to a push service who sends (RFC 8292): one signed token an origin, which serves for hours. Made when a push leaves, so none ends before its push does.
 * Thread-safe.
 */
@Component
public class Vapid {
	/** Half of what RFC 8292 allows: clocks differ. */
	private static final Duration LIFETIME = Duration.ofHours(12);
	/** Apple wants one token used for an hour at least; what is left of it is longer than any push is on its way. */
	private static final Duration IN_USE = Duration.ofHours(6);
	/** Far more origins than there are push services: a client may name as many hosts below a listed one as it likes. */
	private static final int MOST_ORIGINS = 1_000;
	private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build();

	private final JWSSigner signer;
	private final ApplicationServerKey key;
	private final @Nullable String subject;
	private final InstantSource time;
	private final Map<String, Token> tokens = new ConcurrentHashMap<>();

	Vapid(VapidKeys keys, ApplicationServerKey key, WebPushSettings settings, InstantSource time) throws JOSEException {
		this.signer = new ECDSASigner(keys.key());
		this.key = key;
		this.subject = settings.subject();
		this.time = time;
	}

	private record Token(VapidAuthorization authorization, Instant renewAt) {}

	/**
	 * @return the header for a push that leaves now
	 * @throws IllegalStateException if this district offers no Web Push
	 */
	public VapidAuthorization authorization(WebPushEndpoint endpoint) {
		String publicKey = key.base64url().orElseThrow(() -> new IllegalStateException("schoolbell.webpush.subject is not set"));
		Instant now = time.instant();
		if (tokens.size() > MOST_ORIGINS) {
			tokens.clear();
		}
		return tokens.compute(endpoint.origin(),
				(origin, token) -> token != null && now.isBefore(token.renewAt) ? token : sign(origin, publicKey, now)).authorization;
	}

	private Token sign(String origin, String publicKey, Instant now) {
		SignedJWT token = new SignedJWT(HEADER,
				new JWTClaimsSet.Builder().audience(origin).expirationTime(Date.from(now.plus(LIFETIME))).subject(subject).build());
		try {
			token.sign(signer);
		} catch (JOSEException e) {
			throw new IllegalStateException("A key of P-256 signs ES256", e);
		}
		return new Token(new VapidAuthorization("vapid t=" + token.serialize() + ", k=" + publicKey), now.plus(IN_USE));
	}
}
