package org.schoolbell.district.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs somebody in with username and password. What it answers, and how long that takes, does not depend on whether there is such an account. Tries
 * are limited by account and by address; in a browser where the account was signed in to before, by that browser instead, so that a flood from
 * elsewhere does not hold the account's owner up. Thread-safe.
 */
@Component
public class SignIn {
	/** How long a browser is known in which nobody signs in. */
	private static final Duration KNOWN_FOR = Duration.ofDays(365);

	private final JdbcClient jdbc;
	private final PasswordHashes hashes;
	private final Tries tries;
	private final InstantSource time;
	private final SecureRandom random = new SecureRandom();

	SignIn(JdbcClient jdbc, PasswordHashes hashes, Tries tries, InstantSource time) {
		this.jdbc = jdbc;
		this.hashes = hashes;
		this.tries = tries;
		this.time = time;
	}

	/** How it went. */
	public sealed interface Outcome {
		/** @param browser for the browser to keep */
		record In(SessionKey session, BrowserToken browser) implements Outcome {}

		/**
		 * Username or password is wrong; nobody says which.
		 *
		 * @param left how many more tries come without a pause
		 * @param pause how long sign-in pauses after them
		 */
		record Wrong(int left, Duration pause) implements Outcome {}

		/** @param remaining until the next try */
		record Paused(Duration remaining) implements Outcome {}
	}

	private record Found(AccountId id, int version, String hash, boolean enabled) {}

	/**
	 * @param address from where the request came
	 * @param browser what the browser kept from an earlier sign-in
	 */
	public Outcome with(String typedUsername, Password password, String address, Optional<BrowserToken> browser) {
		Optional<Username> username = Username.of(typedUsername);
		Optional<Found> account = username.flatMap(this::find);
		Optional<BrowserToken> known = browser.filter(token -> account.filter(found -> isKnown(token, found.id())).isPresent());
		Tries.Counted counted = known.map(token -> Tries.Counted.known(account.orElseThrow().id(), token))
				.orElseGet(() -> Tries.Counted.name(username.map(Username::value).orElse(typedUsername)));
		Tries.Counted from = Tries.Counted.address(address);
		if (known.isEmpty() && tries.take(from) instanceof Tries.Turn.Refused(Duration remaining)) {
			return new Outcome.Paused(remaining);
		}
		return switch (tries.take(counted)) {
			case Tries.Turn.Refused(Duration remaining) -> new Outcome.Paused(remaining);
			case Tries.Turn.Given(int left, Duration pause) -> {
				boolean right = hashes.matches(password, account.map(Found::hash).orElse(null));
				if (!right || account.filter(Found::enabled).isEmpty()) {
					yield left == 0 ? new Outcome.Paused(pause) : new Outcome.Wrong(left, pause);
				}
				tries.forget(counted);
				if (known.isEmpty()) {
					tries.right(from);
				}
				yield enter(account.orElseThrow(), browser);
			}
		};
	}

	private Optional<Found> find(Username username) {
		return jdbc.sql("SELECT id, version, password_hash, enabled FROM account.account WHERE username = ?").param(username.value())
				.query((row, _) -> new Found(new AccountId(row.getLong("id")), row.getInt("version"), row.getString("password_hash"),
						row.getBoolean("enabled")))
				.optional();
	}

	private boolean isKnown(BrowserToken browser, AccountId account) {
		return jdbc.sql("SELECT count(*) FROM account.known_browser WHERE token_hash = ? AND account = ?").param(browser.hash())
				.param(account.value()).query(Integer.class).single() > 0;
	}

	/** A browser that has a token keeps it for its other accounts too. */
	private Outcome enter(Found account, Optional<BrowserToken> browser) {
		BrowserToken token = browser.orElseGet(() -> BrowserToken.random(random));
		Instant now = time.instant();
		jdbc.sql("""
				WITH old AS (DELETE FROM account.known_browser WHERE account = :account AND seen_at < :forgotten AND token_hash <> :token)
				INSERT INTO account.known_browser (token_hash, account, seen_at) VALUES (:token, :account, :now)
				ON CONFLICT (token_hash, account) DO UPDATE SET seen_at = excluded.seen_at
				""").param("token", token.hash()).param("account", account.id().value()).param("now", now.atOffset(ZoneOffset.UTC))
				.param("forgotten", now.minus(KNOWN_FOR).atOffset(ZoneOffset.UTC)).update();
		return new Outcome.In(new SessionKey(account.id(), account.version()), token);
	}
}
