package org.schoolbell.district.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.End;
import org.schoolbell.district.event.PersonId;

/** Gives an account another password, for somebody who is signed in and knows the old one. Every other session of the account
 * ends, and nobody stays logged in by the old one on any device. Thread-safe. */
@Component
public class PasswordChange {
	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;
	private final Trail trail;
	private final Devices devices;
	private final PasswordHashes hashes;
	private final Tries tries;

	PasswordChange(JdbcClient jdbc, PlatformTransactionManager transactions, Trail trail, Devices devices, PasswordHashes hashes,
			Tries tries) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.trail = trail;
		this.devices = devices;
		this.hashes = hashes;
		this.tries = tries;
	}

	/** How it went. */
	public sealed interface Outcome {
		/** @param session with which this one session goes on */
		record Changed(SessionKey session) implements Outcome {}

		/** The old password is wrong. */
		record WrongOld() implements Outcome {}

		/** The new password breaks a rule. */
		record Refused(PasswordRule rule) implements Outcome {}

		/** @param remaining until the next try */
		record Paused(Duration remaining) implements Outcome {}
	}

	private record Now(Username username, String hash, int version, @Nullable PersonId person) {}

	/** @param origin who asks, and from where */
	public Outcome change(Origin origin, AccountId account, Password old, Password fresh) {
		Now now = jdbc.sql("SELECT username, password_hash, version, person FROM account.account WHERE id = ? AND username IS NOT NULL")
				.param(account.value()).query((row, _) -> now(row)).single();
		PasswordRule broken = PasswordRule.brokenBy(fresh, now.username()).orElse(null);
		if (broken != null) {
			return new Outcome.Refused(broken);
		}
		Tries.Counted counted = Tries.Counted.change(account);
		return switch (tries.take(counted)) {
			case Tries.Turn.Refused(Duration remaining) -> new Outcome.Paused(remaining);
			case Tries.Turn.Given(int left, Duration pause) -> {
				if (!hashes.matches(old, now.hash())) {
					yield left == 0 ? new Outcome.Paused(pause) : new Outcome.WrongOld();
				}
				tries.forget(counted);
				String hash = hashes.hash(fresh);
				yield Objects.requireNonNull(transaction.execute(_ -> save(origin, account, now, hash)));
			}
		};
	}

	private static Now now(ResultSet row) throws SQLException {
		Long person = row.getObject("person", Long.class);
		return new Now(new Username(row.getString("username")), row.getString("password_hash"), row.getInt("version"),
				person == null ? null : new PersonId(person));
	}

	/** Of two changes at the same moment the first is saved; the second is told that its old password is no more. */
	private Outcome save(Origin origin, AccountId account, Now now, String hash) {
		int changed = jdbc.sql("""
				WITH strangers AS (DELETE FROM account.known_browser WHERE account = :account
				                   AND EXISTS (SELECT FROM account.account WHERE id = :account AND version = :version))
				UPDATE account.account SET password_hash = :hash, version = version + 1 WHERE id = :account AND version = :version
				""").param("account", account.value()).param("hash", hash).param("version", now.version()).update();
		if (changed == 0) {
			return new Outcome.WrongOld();
		}
		if (now.person() != null) {
			devices.signOutEverywhere(now.person(), End.PASSWORD_CHANGED);
		}
		SessionKey session = new SessionKey(account, now.version() + 1);
		trail.append(origin, new Change(Accounts.TOOL, account.value() + "/password", Integer.toString(now.version()),
				Integer.toString(session.version())));
		return new Outcome.Changed(session);
	}
}
