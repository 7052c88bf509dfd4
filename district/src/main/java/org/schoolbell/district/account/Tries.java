package org.schoolbell.district.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts wrong tries in the database, so that it does not matter which server is asked. A level rises by one with each try and sinks with time; from a
 * limit on each try is followed by a pause, which doubles to a bound and so never shuts anybody out for ever. A try is counted before its password is
 * looked at, so that many at once are not let through together, and taken back if it was right. Thread-safe.
 */
@Component
class Tries {
	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
	/** The longest pause. */
	static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
	private static final Duration KEPT = Duration.ofDays(2);
	private static final int NETWORK_BYTES = 8;

	private final JdbcClient jdbc;
	private final InstantSource time;

	Tries(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/**
	 * What tries are counted of.
	 *
	 * @param limit how many are free of pauses, when none was before
	 * @param oneSinksIn how long until one of them is forgotten
	 */
	record Counted(String what, int limit, Duration oneSinksIn) {
		/** An account at an address, by what was typed, whether or not there is such a one. */
		static Counted name(String typed, String address) {
			return new Counted("at " + network(address) + " " + typed, 5, Duration.ofHours(1));
		}

		/** An account, wherever from: a bound for guessing from many addresses at once (NIST SP 800-63B, 5.2.2, allows 100). */
		static Counted name(String typed) {
			return new Counted("name " + typed, 50, Duration.ofMinutes(10));
		}

		/** An account, in a browser where somebody has signed in to it before. */
		static Counted known(AccountId account, BrowserToken browser) {
			return new Counted("browser " + account.value() + " " + browser.value(), 5, Duration.ofHours(1));
		}

		/** An address. A school of two thousand is one, and some of them mistype every morning. */
		static Counted address(String address) {
			return new Counted("address " + network(address), 300, Duration.ofSeconds(10));
		}

		/** Activation keys from an address. */
		static Counted keys(String address) {
			return new Counted("keys " + network(address), 30, Duration.ofMinutes(1));
		}

		/** The old password, typed again to change it. */
		static Counted change(AccountId account) {
			return new Counted("change " + account.value(), 5, Duration.ofHours(1));
		}

		/** Whoever has one address of IPv6 has the 2^64 of its network at hand (RFC 4291, 2.5.1), and they count as one. */
		private static String network(String address) {
			boolean mayBeLarge = address.indexOf(':') >= 0;
			return mayBeLarge && InetAddress.ofLiteral(address) instanceof Inet6Address large
					? HexFormat.of().formatHex(large.getAddress(), 0, NETWORK_BYTES)
					: address;
		}

		byte[] key() {
			return Sha256.of(what);
		}

		@Override
		public String toString() {
			return "Counted[redacted]";
		}
	}

	/** Whether a try may be made. */
	sealed interface Turn {
		/**
		 * It may, and is counted as wrong until {@link #right} says otherwise.
		 *
		 * @param left how many more come without a pause
		 * @param pause the next pause, which begins now if none are left
		 */
		record Given(int left, Duration pause) implements Turn {
			@Override
			public Turn and(Supplier<Turn> next) {
				Turn other = next.get();
				return other instanceof Given(int leftThen, _) && leftThen >= left ? this : other;
			}
		}

		/** Not before this time has passed; nothing was counted. */
		record Refused(Duration remaining) implements Turn {
			@Override
			public Turn and(Supplier<Turn> next) {
				return this;
			}
		}

		/** @return the stricter of both turns; a try that this one refuses is not asked of the next */
		Turn and(Supplier<Turn> next);
	}

	Turn take(Counted counted) {
		Instant now = time.instant();
		return jdbc.sql("""
				INSERT INTO account.tries AS t (key, level, last_at, paused_until) VALUES (:key, 1, :now, :now)
				ON CONFLICT (key) DO UPDATE SET last_at = :now,
				    level = greatest(0, t.level - extract(epoch FROM :now - t.last_at) / :sink) + 1,
				    paused_until = CASE
				        WHEN round(greatest(0, t.level - extract(epoch FROM :now - t.last_at) / :sink)) + 1 < :limit THEN :now
				        ELSE :now + least(:longest, :first * power(2, least(20,
				            round(greatest(0, t.level - extract(epoch FROM :now - t.last_at) / :sink)) + 1 - :limit))) * interval '1 second'
				        END
				WHERE t.paused_until <= :now
				RETURNING round(level - 1)::integer + 1
				""").param("key", counted.key()).param("now", now.atOffset(ZoneOffset.UTC)).param("sink", counted.oneSinksIn().toSeconds())
				.param("limit", counted.limit()).param("first", FIRST_PAUSE.toSeconds()).param("longest", LONGEST_PAUSE.toSeconds())
				.query(Integer.class).optional().<Turn>map(level -> given(level, counted)).orElseGet(() -> refused(counted, now));
	}

	/** The try was right: it does not count, and no pause follows it. */
	void right(Counted counted) {
		jdbc.sql("UPDATE account.tries SET level = greatest(0, level - 1), paused_until = last_at WHERE key = ?").param(counted.key())
				.update();
	}

	/** Forgets all tries of this, and those of all that nobody has tried for long. */
	void forget(Counted counted) {
		jdbc.sql("DELETE FROM account.tries WHERE key = ? OR last_at < ?").param(counted.key())
				.param(time.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
	}

	/** @param level rounded, since it sinks a little between one try and the next */
	private static Turn given(int level, Counted counted) {
		int over = level - counted.limit();
		Duration pause = over < 0 ? FIRST_PAUSE : FIRST_PAUSE.multipliedBy(1L << Math.min(over, 20));
		return new Turn.Given(Math.max(0, -over), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
	}

	private Turn refused(Counted counted, Instant now) {
		Optional<Instant> until = jdbc.sql("SELECT paused_until FROM account.tries WHERE key = ?").param(counted.key())
				.query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
		// At least a second: a row that went away meanwhile lets the next try in.
		return new Turn.Refused(until.map(end -> Duration.between(now, end)).filter(wait -> wait.compareTo(Duration.ofSeconds(1)) > 0)
				.orElse(Duration.ofSeconds(1)));
	}
}
