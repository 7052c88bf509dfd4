package org.schoolbell.district.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs somebody in with username and password. What it answers, and how long that takes, does not depend on whether there is such an account. Tries
 * are limited by account at an address, by address, and far above those by account wherever they come from, so that a stranger's tries do not pause the
 * account for its owner elsewhere; in a browser where the account was signed in to before, by that browser instead, so that not even a flood from
 * everywhere holds the owner up. Thread-safe.
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
		String name = username.map(Username::value).orElse(typedUsername);
		List<Tries.Counted> counted = browser.filter(token -> account.filter(found -> isKnown(token, found.id())).isPresent())
				.map(token -> List.of(Tries.Counted.known(account.orElseThrow().id(), token)))
				.orElseGet(() -> List.of(Tries.Counted.name(name, address), Tries.Counted.name(name), Tries.Counted.address(address)));
		return switch (take(counted)) {
			case Tries.Turn.Refused(Duration remaining) -> new Outcome.Paused(remaining);
			case Tries.Turn.Given(int left, Duration pause) -> {
				boolean right = hashes.matches(password, account.map(Found::hash).orElse(null));
				if (!right || account.filter(Found::enabled).isEmpty()) {
					yield left == 0 ? new Outcome.Paused(pause) : new Outcome.Wrong(left, pause);
				}
				tries.forget(counted.getFirst());
				counted.stream().skip(1).forEach(tries::right);
				yield enter(account.orElseThrow(), browser);
			}
		};
	}

	/** @param counted the narrowest first: where that one pauses, the others do not count the try */
	private Tries.Turn take(List<Tries.Counted> counted) {
		Tries.Turn turn = tries.take(counted.getFirst());
		for (Tries.Counted next : counted.subList(1, counted.size())) {
			turn = turn.and(() -> tries.take(next));
		}
		return turn;
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
