package org.schoolbell.district.testing;

import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.account.AccountId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.testing.TestClient.Reply;

/** People of the roster with accounts, who sign in with "Stay logged in" or without. */
public final class TestFamily {
	private final TestAccounts accounts;
	private final JdbcClient jdbc;
	private final int port;

	/** @param port where the server answers */
	public TestFamily(ApplicationContext server, JdbcClient jdbc, int port) {
		this.accounts = new TestAccounts(server, port);
		this.jdbc = jdbc;
		this.port = port;
	}

	/** Somebody of the roster with an account. */
	public record Parent(PersonId person, AccountId account, String username) {}

	public Parent parent() {
		PersonId person = new PersonId(jdbc.sql("""
				INSERT INTO roster.person (sourced_id, given_name, family_name, portal_account) VALUES (?, 'Elena', 'Rivera', true) RETURNING id
				""").param("parent-" + UUID.randomUUID()).query(Long.class).single());
		TestAccounts.Member member = accounts.signedIn(person, Role.PARENT);
		member.browser().close();
		return new Parent(person, member.account(), member.username());
	}

	/** @return a new browser in which this one has signed in, to be closed */
	public TestBrowser browser(Parent parent, boolean stay) {
		TestBrowser browser = new TestBrowser(port);
		signIn(browser, parent, stay);
		return browser;
	}

	public static void signIn(TestBrowser browser, Parent parent, boolean stay) {
		Map<String, String> form = stay
				? Map.of("username", parent.username(), "password", TestAccounts.PASSWORD, "stay", "true")
				: Map.of("username", parent.username(), "password", TestAccounts.PASSWORD);
		Reply in = browser.submit("/sign-in", "/sign-in", form);
		if (in.status() != 302) {
			throw new AssertionError("Signing in was answered " + in.status());
		}
	}

	/** The web sessions of this account run out, on every browser. */
	public void webSessionsEnd(Parent parent) {
		jdbc.sql("DELETE FROM account.web_session WHERE principal_name = ?").param(Long.toString(parent.account().value())).update();
	}
}
