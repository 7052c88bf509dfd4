package org.schoolbell.district.dispatch.seal;

import java.text.ParseException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key pair by which push services know this district (RFC 8292): made by whichever server starts first and kept in the database. Every browser's
 * subscription is bound to it, so a new one would silence them all until their next visits.
 */
@Component
class VapidKeys {
	private final ECKey key;

	VapidKeys(JdbcClient jdbc, InstantSource time) {
		key = read(jdbc).orElseGet(() -> make(jdbc, time));
	}

	ECKey key() {
		return key;
	}

	/** Of two servers that make one at the same moment, the first to insert wins, and both read that one. */
	private static ECKey make(JdbcClient jdbc, InstantSource time) {
		jdbc.sql("INSERT INTO dispatch.vapid_key (jwk, created_at) VALUES (?::jsonb, ?) ON CONFLICT DO NOTHING")
				.param(generate().toJSONString()).param(time.instant().atOffset(ZoneOffset.UTC)).update();
		return read(jdbc).orElseThrow();
	}

	private static Optional<ECKey> read(JdbcClient jdbc) {
		return jdbc.sql("SELECT jwk FROM dispatch.vapid_key").query(String.class).optional().map(VapidKeys::parse);
	}

	private static ECKey generate() {
		try {
			return new ECKeyGenerator(Curve.P_256).generate();
		} catch (JOSEException e) {
			throw new IllegalStateException("This Java cannot make a key of P-256", e);
		}
	}

	private static ECKey parse(String jwk) {
		try {
			return ECKey.parse(jwk);
		} catch (ParseException e) {
			// Without the cause, whose message may hold a part of the key.
			throw new IllegalStateException(
					"The row of dispatch.vapid_key is no key of P-256. Restore it: without it no browser is told of anything "
							+ "until its next visit. Only if it is lost, delete the row, and a new one is made at the next start.");
		}
	}
}
