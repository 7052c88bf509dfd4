package org.schoolbell.sandbox.webpush;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * Verifies who sent a push (RFC 8292), by Nimbus JOSE, for one connection and its thread alone. To verify a signature costs more than all the rest, and a
 * sender uses one token for hours: so the latest that was found good is believed for a minute.
 */
final class VapidCheck {
	private static final Duration LONGEST = Duration.ofHours(24);
	private static final Duration TOLERANCE = Duration.ofMinutes(1);
	private static final long BELIEVED_NANOS = Duration.ofMinutes(1).toNanos();
	private static final String SCHEME = "vapid ";
	private static final int POINT_BYTES = 65;
	private static final int COORDINATE_BYTES = 32;

	private final String audience;
	private @Nullable String good;
	private @Nullable Signer goodSigner;
	private long goodSince;

	/** @param audience the origin of this service */
	VapidCheck(String audience) {
		this.audience = audience;
	}

	/**
	 * Who sent it.
	 *
	 * @param key public key in base64url
	 * @param subject how to reach the sender; empty if the token does not say
	 */
	record Signer(String key, String subject) {}

	/** The sender; empty if the header is missing, ill-formed, expired, for more than a day, for another service, or not signed by its key. */
	Optional<Signer> signer(@Nullable String header, Instant now) {
		if (header == null) {
			return Optional.empty();
		}
		if (header.equals(good) && System.nanoTime() - goodSince < BELIEVED_NANOS) {
			return Optional.ofNullable(goodSigner);
		}
		Optional<Signer> signer = verified(header, now);
		if (signer.isPresent()) {
			good = header;
			goodSigner = signer.get();
			goodSince = System.nanoTime();
		}
		return signer;
	}

	private Optional<Signer> verified(String header, Instant now) {
		Map<String, String> parameters = parameters(header);
		String key = parameters.get("k");
		String token = parameters.get("t");
		if (key == null || token == null) {
			return Optional.empty();
		}
		try {
			SignedJWT jwt = SignedJWT.parse(token);
			JWTClaimsSet claims = jwt.getJWTClaimsSet();
			boolean fits = JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm()) && claims.getAudience().contains(audience)
					&& inTime(claims.getExpirationTime(), now) && jwt.verify(new ECDSAVerifier(publicKey(key)));
			return fits ? Optional.of(new Signer(key, Objects.requireNonNullElse(claims.getSubject(), ""))) : Optional.empty();
		} catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException _) {
			return Optional.empty();
		}
	}

	private static boolean inTime(@Nullable Date expiry, Instant now) {
		return expiry != null && expiry.toInstant().isAfter(now) && expiry.toInstant().isBefore(now.plus(LONGEST).plus(TOLERANCE));
	}

	private static ECKey publicKey(String base64url) {
		byte[] point = Base64.getUrlDecoder().decode(base64url);
		if (point.length != POINT_BYTES || point[0] != 4) {
			throw new IllegalArgumentException("not an uncompressed P-256 point");
		}
		Base64URL x = Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
		Base64URL y = Base64URL.encode(Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, POINT_BYTES));
		return new ECKey.Builder(Curve.P_256, x, y).build();
	}

	/** {@code t} and {@code k}, in any order. */
	private static Map<String, String> parameters(String header) {
		Map<String, String> parameters = new HashMap<>();
		if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			for (String part : header.substring(SCHEME.length()).split(",", -1)) {
				int equals = part.indexOf('=');
				if (equals > 0) {
					parameters.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
				}
			}
		}
		return parameters;
	}
}
