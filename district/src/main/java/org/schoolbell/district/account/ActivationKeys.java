package org.schoolbell.district.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;

/**
 * Makes the keys with which somebody chooses username and password of an account: for first use, or because the password is forgotten. Each is good
 * once and for a time, and ends the one before it. Thread-safe.
 */
@Component
public class ActivationKeys {
	private final JdbcClient jdbc;
	private final Trail trail;
	private final AccountSettings settings;
	private final InstantSource time;
	private final SecureRandom random = new SecureRandom();

	ActivationKeys(JdbcClient jdbc, Trail trail, AccountSettings settings, InstantSource time) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.settings = settings;
		this.time = time;
	}

	/**
	 * A new key, which is known here and now only: the database keeps its hash.
	 *
	 * @param expires when it is no longer good
	 */
	public record Issued(ActivationKey key, Instant expires) {}

	/** Makes a key for the account. */
	@Transactional
	public Issued issue(Origin origin, AccountId account) {
		Issued issued = new Issued(ActivationKey.random(random),
				time.instant().plus(settings.activationKeyLifetime()).truncatedTo(ChronoUnit.SECONDS));
		jdbc.sql("""
				INSERT INTO account.activation_key (account, key_hash, expires_at) VALUES (?, ?, ?)
				ON CONFLICT (account) DO UPDATE SET key_hash = excluded.key_hash, expires_at = excluded.expires_at
				""").param(account.value()).param(issued.key().hash()).param(issued.expires().atOffset(ZoneOffset.UTC)).update();
		trail.append(origin, new Change(Accounts.TOOL, account.value() + "/activation-key", null, issued.expires().toString()));
		return issued;
	}
}
