package org.schoolbell.district.account;

import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.schoolbell.district.audit.Actor;
import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.End;
import org.schoolbell.district.event.PersonId;

/** Gives an account username and password, for whoever has its key of {@link ActivationKeys}. Thread-safe. */
@Component
public class Activation {
	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;
	private final Trail trail;
	private final Devices devices;
	private final PasswordHashes hashes;
	private final Tries tries;
	private final InstantSource time;

	Activation(JdbcClient jdbc, PlatformTransactionManager transactions, Trail trail, Devices devices, PasswordHashes hashes,
			Tries tries, InstantSource time) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.trail = trail;
		this.devices = devices;
		this.hashes = hashes;
		this.tries = tries;
		this.time = time;
	}

	/** How it went. */
	public sealed interface Outcome {
		/** Username and password are the account's now; who was signed in with older ones is no more. */
		record Activated(SessionKey session) implements Outcome {}

		/** There is no such key: it never was, was used, has expired, was followed by another, or its account lets nobody in. */
		record UnknownKey() implements Outcome {}

		/** Another account has this username; the key is still good. */
		record UsernameTaken() implements Outcome {}

		/** The password breaks a rule; the key is still good. */
		record PasswordRefused(PasswordRule rule) implements Outcome {}

		/**
		 * Too many keys came from this address that were none.
		 *
		 * @param remaining until the next try
		 */
		record Paused(Duration remaining) implements Outcome {}
	}

	/**
	 * Uses a key. The password is hashed before the transaction, which so holds no connection for long.
	 *
	 * @param address from where the request came
	 */
	public Outcome use(InetAddress address, ActivationKey key, Username username, Password password) {
		Tries.Counted counted = Tries.Counted.keys(address.getHostAddress());
		if (tries.take(counted) instanceof Tries.Turn.Refused(Duration remaining)) {
			return new Outcome.Paused(remaining);
		}
		if (!isGood(key)) {
			return new Outcome.UnknownKey();
		}
		tries.right(counted);
		return PasswordRule.brokenBy(password, username).<Outcome>map(Outcome.PasswordRefused::new)
				.orElseGet(() -> activate(address, key, username, hashes.hash(password)));
	}

	private boolean isGood(ActivationKey key) {
		return jdbc.sql("SELECT count(*) FROM account.activation_key WHERE key_hash = ? AND expires_at > ?").param(key.hash())
				.param(time.instant().atOffset(ZoneOffset.UTC)).query(Integer.class).single() > 0;
	}

	private Outcome activate(InetAddress address, ActivationKey key, Username username, String hash) {
		try {
			Outcome outcome = transaction.execute(_ -> save(address, key, username, hash));
			return outcome == null ? new Outcome.UnknownKey() : outcome;
		} catch (DuplicateKeyException taken) {
			return new Outcome.UsernameTaken();
		}
	}

	/** @param renewed whether there was a password before, whose devices stay logged in no more */
	private record Saved(SessionKey session, @Nullable PersonId person, boolean renewed) {}

	/** One statement: of two that use one key at the same moment, one finds it gone. A username that is taken undoes all of it. */
	private Outcome save(InetAddress address, ActivationKey key, Username username, String hash) {
		Optional<Saved> saved = jdbc.sql("""
				WITH used AS (DELETE FROM account.activation_key WHERE key_hash = :key AND expires_at > :now RETURNING account),
				     strangers AS (DELETE FROM account.known_browser b USING used WHERE b.account = used.account)
				UPDATE account.account a SET username = :username, password_hash = :hash, version = a.version + 1
				FROM used WHERE a.id = used.account AND a.enabled
				RETURNING a.id, a.version, a.person, old.password_hash IS NOT NULL AS renewed
				""").param("key", key.hash()).param("now", time.instant().atOffset(ZoneOffset.UTC)).param("username", username.value())
				.param("hash", hash).query((row, _) -> saved(row)).optional();
		saved.ifPresent(account -> {
			record(address, account);
			if (account.person() != null && account.renewed()) {
				devices.signOutEverywhere(account.person(), End.PASSWORD_CHANGED);
			}
		});
		return saved.<Outcome>map(account -> new Outcome.Activated(account.session())).orElseGet(Outcome.UnknownKey::new);
	}

	private static Saved saved(ResultSet row) throws SQLException {
		Long person = row.getObject("person", Long.class);
		return new Saved(new SessionKey(new AccountId(row.getLong("id")), row.getInt("version")),
				person == null ? null : new PersonId(person), row.getBoolean("renewed"));
	}

	private void record(InetAddress address, Saved account) {
		long id = account.session().account().value();
		int version = account.session().version();
		trail.append(Origin.of(new Actor.User(id, Optional.ofNullable(account.person())), address),
				new Change(Accounts.TOOL, id + "/activation", version == 1 ? null : Integer.toString(version - 1),
						Integer.toString(version)));
	}
}
