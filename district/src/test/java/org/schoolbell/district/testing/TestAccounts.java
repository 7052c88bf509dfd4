package org.schoolbell.district.testing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationContext;

import org.schoolbell.district.account.AccountId;
import org.schoolbell.district.account.Accounts;
import org.schoolbell.district.account.ActivationKeys;
import org.schoolbell.district.account.Holder;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.right.Role;

/** Opens accounts and signs in to them, as a school and its people do: with a key, at the page for it. */
public final class TestAccounts {
	/** Of every account of this class. */
	public static final String PASSWORD = "a quiet green bicycle";

	private final Accounts accounts;
	private final ActivationKeys keys;
	private final int port;

	/** @param port where the server answers */
	public TestAccounts(ApplicationContext server, int port) {
		this.accounts = server.getBean(Accounts.class);
		this.keys = server.getBean(ActivationKeys.class);
		this.port = port;
	}

	/**
	 * Somebody who has signed in.
	 *
	 * @param browser theirs, to be closed
	 */
	public record Member(AccountId account, String username, TestBrowser browser) {}

	/** @return somebody whom the roster does not have */
	public Member signedIn(Role role) {
		return signedIn(new Holder.Unlisted("Elena Rivera"), role);
	}

	/** @return somebody of the roster */
	public Member signedIn(PersonId person, Role role) {
		return signedIn(new Holder.Listed(person), role);
	}

	private Member signedIn(Holder holder, Role role) {
		AccountId account = accounts.open(Origin.SERVER, holder, Set.of(role), Optional.empty());
		String username = "user." + UUID.randomUUID();
		TestBrowser browser = new TestBrowser(port);
		int status = browser.submit("/activate", "/activate",
				Map.of("key", keys.issue(Origin.SERVER, account).key().printed(), "username", username, "password", PASSWORD)).status();
		if (status != 302) {
			throw new AssertionError("Activation was answered " + status);
		}
		return new Member(account, username, browser);
	}
}
