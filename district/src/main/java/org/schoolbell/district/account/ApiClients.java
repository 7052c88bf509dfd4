package org.schoolbell.district.account;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The programs that may call the district's APIs, each with a secret and the scopes it may ask for. Thread-safe. */
@Component
public class ApiClients {
	private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

	private final JdbcClient jdbc;
	private final PasswordEncoder encoder;
	private final InstantSource time;

	ApiClients(JdbcClient jdbc, PasswordEncoder encoder, InstantSource time) {
		this.jdbc = jdbc;
		this.encoder = encoder;
		this.time = time;
	}

	/**
	 * Makes this client, or gives the one of this id another secret and other scopes. Tokens that it had before stay good until they expire.
	 *
	 * @param id 1 to 100 of letters, digits, dot, underscore and hyphen
	 * @param scopes what the client may ask for, at least one
	 * @throws IllegalArgumentException if the id has another form or there is no scope
	 */
	@Transactional
	public void save(String id, ClientSecret secret, Set<Scope> scopes) {
		if (!ID.matcher(id).matches()) {
			throw new IllegalArgumentException("A client's id is 1 to 100 of letters, digits, dot, underscore and hyphen.");
		}
		if (scopes.isEmpty()) {
			throw new IllegalArgumentException("A client has at least one scope.");
		}
		jdbc.sql("""
				INSERT INTO account.client (id, secret_hash, scopes, created_at) VALUES (?, ?, ?, ?)
				ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash, scopes = excluded.scopes
				""").param(id).param(encoder.encode(secret.value()))
				.param(scopes.stream().map(Scope::value).sorted().toArray(String[]::new))
				.param(time.instant().atOffset(ZoneOffset.UTC)).update();
	}
}
