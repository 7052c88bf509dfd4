package org.schoolbell.district.account;

import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.End;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.right.Role;

/** The accounts, whoever may sign in to them. Each change is in the audit trail. Thread-safe. */
@Component
public class Accounts {
	/** What the audit trail calls this place. */
	static final String TOOL = "accounts";

	private final JdbcClient jdbc;
	private final Trail trail;
	private final Devices devices;
	private final InstantSource time;

	Accounts(JdbcClient jdbc, Trail trail, Devices devices, InstantSource time) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.devices = devices;
		this.time = time;
	}

	/**
	 * Opens an account. Nobody can sign in to it until somebody with a key of {@link ActivationKeys} has chosen username and password.
	 *
	 * @param roles at least one
	 * @param language for pages, BCP 47; empty: as the browser asks
	 * @throws IllegalArgumentException if there is no role
	 */
	@Transactional
	public AccountId open(Origin origin, Holder holder, Set<Role> roles, Optional<String> language) {
		if (roles.isEmpty()) {
			throw new IllegalArgumentException("An account has at least one role.");
		}
		Long id = jdbc.sql("""
				INSERT INTO account.account (person, name, roles, language, created_at)
				VALUES (:person, :name, :roles, :language, :now) RETURNING id
				""").param("person", holder instanceof Holder.Listed(PersonId person) ? person.value() : null, Types.BIGINT)
				.param("name", holder instanceof Holder.Unlisted(String name) ? name : null, Types.VARCHAR)
				.param("roles", roles.stream().map(Role::value).sorted().toArray(String[]::new))
				.param("language", language.orElse(null), Types.VARCHAR).param("now", time.instant().atOffset(ZoneOffset.UTC))
				.query(Long.class).single();
		trail.append(origin,
				new Change(TOOL, id + "/roles", null, roles.stream().map(Role::value).sorted().collect(Collectors.joining(","))));
		return new AccountId(id);
	}

	/** @return the account with this username, if there is one */
	public Optional<AccountId> withUsername(Username username) {
		return jdbc.sql("SELECT id FROM account.account WHERE username = ?").param(username.value()).query(Long.class).optional()
				.map(AccountId::new);
	}

	/** @return what somebody is called whom the roster does not have; empty for everybody else */
	public Optional<String> nameOf(AccountId account) {
		return jdbc.sql("SELECT name FROM account.account WHERE id = ? AND name IS NOT NULL").param(account.value()).query(String.class)
				.optional();
	}

	/** Lets the account sign in, or ends its sessions, those on its person's devices too, and lets it in no more. */
	@Transactional
	public void enable(Origin origin, AccountId account, boolean enabled) {
		int changed = jdbc.sql("UPDATE account.account SET enabled = :enabled WHERE id = :id AND enabled <> :enabled")
				.param("enabled", enabled)
				.param("id", account.value()).update();
		if (changed == 0) {
			return;
		}
		trail.append(origin, new Change(TOOL, account.value() + "/enabled", Boolean.toString(!enabled), Boolean.toString(enabled)));
		if (!enabled) {
			jdbc.sql("SELECT person FROM account.account WHERE id = ? AND person IS NOT NULL").param(account.value()).query(Long.class)
					.optional().ifPresent(person -> devices.signOutEverywhere(new PersonId(person), End.ACCOUNT_DISABLED));
		}
	}
}
