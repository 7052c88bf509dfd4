package org.schoolbell.district.account;

import java.text.ParseException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs access tokens: made by whichever server starts first and kept in the database, so that a restart or a second server goes on
 * with the same.
 */
@Component
class SigningKeys {
	private static final String ACCESS_TOKENS = "access-tokens";
	private static final int BITS = 2048;

	private final JdbcClient jdbc;
	private final InstantSource time;

	SigningKeys(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** @return the key, which is made at the first call */
	RSAKey accessTokens() {
		return read().orElseGet(this::make);
	}

	/** Of two servers that make one at the same moment, the first to insert wins, and both read that one. */
	private RSAKey make() {
		RSAKey candidate = generate();
		jdbc.sql("INSERT INTO account.signing_key (id, jwk, created_at) VALUES (?, ?::jsonb, ?) ON CONFLICT DO NOTHING")
				.param(ACCESS_TOKENS).param(candidate.toJSONString()).param(time.instant().atOffset(ZoneOffset.UTC)).update();
		return read().orElseThrow();
	}

	private Optional<RSAKey> read() {
		return jdbc.sql("SELECT jwk FROM account.signing_key WHERE id = ?").param(ACCESS_TOKENS).query(String.class).optional()
				.map(SigningKeys::parse);
	}

	private static RSAKey generate() {
		try {
			return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
		} catch (JOSEException e) {
			throw new IllegalStateException("This Java cannot make an RSA key", e);
		}
	}

	private static RSAKey parse(String jwk) {
		try {
			return RSAKey.parse(jwk);
		} catch (ParseException e) {
			// Without the cause, whose message may hold a part of the key.
			throw new IllegalStateException(
					"The row of account.signing_key is no RSA key; delete it, and a new one is made at the next start.");
		}
	}
}
