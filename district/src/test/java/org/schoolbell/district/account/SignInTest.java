package org.schoolbell.district.account;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import org.schoolbell.district.account.Activation.Outcome.Activated;
import org.schoolbell.district.account.Activation.Outcome.PasswordRefused;
import org.schoolbell.district.account.Activation.Outcome.UnknownKey;
import org.schoolbell.district.account.Activation.Outcome.UsernameTaken;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.right.Level;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.right.Tool;
import org.schoolbell.district.testing.ServerTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Accounts from their key to their last session. Each hash takes a while, so one story says several things. */
class SignInTest extends ServerTest {
	private static final Password RIGHT = new Password("a quiet green bicycle");
	private static final Password OTHER = new Password("seven loud tin drums");
	private static final Password WRONG = new Password("not the one at all");

	@Autowired
	private Accounts accounts;
	@Autowired
	private SessionHolders holders;
	@Autowired
	private ActivationKeys keys;
	@Autowired
	private Activation activation;
	@Autowired
	private SignIn signIn;
	@Autowired
	private Tries tries;
	@Autowired
	private PasswordChange passwordChange;
	@Autowired
	private SessionRepository<? extends Session> sessions;

	private final String word = "user." + UUID.randomUUID();
	private final String address = "host " + word;

	private AccountId account(Role role) {
		return accounts.open(Origin.SERVER, new Holder.Unlisted("Elena Rivera"), Set.of(role), Optional.of("es"));
	}

	private ActivationKey issue(AccountId account) {
		return keys.issue(Origin.SERVER, account).key();
	}

	private Activation.Outcome use(ActivationKey key, Username username, Password password) {
		return activation.use(InetAddress.getLoopbackAddress(), key, username, password);
	}

	private SignIn.Outcome tryWith(String username, Password password, Optional<BrowserToken> browser) {
		return signIn.with(username, password, address, browser);
	}

	@Test
	void aKeyIsGoodOnceAndGivesUsernameAndPassword() {
		AccountId account = account(Role.TEACHER);
		ActivationKey replaced = issue(account);
		ActivationKey key = issue(account);

		assertThat(use(replaced, new Username(word), RIGHT)).isInstanceOf(UnknownKey.class);
		assertThat(use(key, new Username(word), new Password("short"))).isEqualTo(new PasswordRefused(PasswordRule.TOO_SHORT));
		ActivationKey typed = new ActivationKey(key.printed().toLowerCase(java.util.Locale.ROOT));
		SessionKey session = ((Activated) use(typed, new Username(word), RIGHT)).session();
		assertThat(use(key, new Username(word), RIGHT)).isInstanceOf(UnknownKey.class);
		assertThat(use(issue(account(Role.CLERK)), new Username(word), OTHER)).isInstanceOf(UsernameTaken.class);

		SignedIn who = holders.of(session).orElseThrow();
		assertThat(who.name()).isEqualTo("Elena Rivera");
		assertThat(who.language()).contains("es");
		assertThat(who.may(Tool.GRADEBOOK, Level.DELETE)).isTrue();
		assertThat(who.may(Tool.PUSH_NOTIFICATIONS, Level.READ)).isFalse();
		assertThat(who).hasToString("SignedIn[" + account.value() + "]");
		assertThat(tryWith(word.toUpperCase(java.util.Locale.ROOT), RIGHT, Optional.empty())).isInstanceOf(SignIn.Outcome.In.class);
	}

	@Test
	void aNewPasswordEndsEveryOtherSessionAndSoDoesClosingTheAccount() {
		AccountId account = account(Role.ADMINISTRATOR);
		SessionKey before = ((Activated) use(issue(account), new Username(word), RIGHT)).session();

		assertThat(passwordChange.change(Origin.SERVER, account, WRONG, OTHER)).isInstanceOf(PasswordChange.Outcome.WrongOld.class);
		assertThat(holders.of(before)).isPresent();
		SessionKey after = ((PasswordChange.Outcome.Changed) passwordChange.change(Origin.SERVER, account, RIGHT, OTHER)).session();
		assertThat(holders.of(before)).isEmpty();
		assertThat(holders.of(after)).isPresent();

		accounts.enable(Origin.SERVER, account, false);
		assertThat(holders.of(after)).isEmpty();
		assertThat(tryWith(word, OTHER, Optional.empty())).isInstanceOf(SignIn.Outcome.Wrong.class);
	}

	@Test
	void wrongTriesPauseAnAccountWhetherOrNotItExistsButNotInABrowserThatKnowsIt() {
		AccountId account = account(Role.TEACHER);
		use(issue(account), new Username(word), RIGHT);
		BrowserToken browser = ((SignIn.Outcome.In) tryWith(word, RIGHT, Optional.empty())).browser();

		for (String username : new String[]{word, "nobody." + word}) {
			for (int left = 4; left > 0; left--) {
				assertThat(tryWith(username, WRONG, Optional.empty())).isEqualTo(new SignIn.Outcome.Wrong(left, Duration.ofMinutes(1)));
			}
			assertThat(tryWith(username, WRONG, Optional.empty())).isEqualTo(new SignIn.Outcome.Paused(Duration.ofMinutes(1)));
			assertThat(tryWith(username, RIGHT, Optional.empty())).isInstanceOf(SignIn.Outcome.Paused.class);
		}
		assertThat(tryWith(word, RIGHT, Optional.of(browser))).isInstanceOf(SignIn.Outcome.In.class);
	}

	@Test
	void aStrangersTriesDoNotHoldTheOwnerUpElsewhereUnlessTheyComeFromEverywhere() {
		use(issue(account(Role.TEACHER)), new Username(word), RIGHT);
		for (int i = 0; i < 5; i++) {
			signIn.with(word, WRONG, "stranger " + word, Optional.empty());
		}
		assertThat(signIn.with(word, RIGHT, "stranger " + word, Optional.empty())).isInstanceOf(SignIn.Outcome.Paused.class);
		assertThat(tryWith(word, RIGHT, Optional.empty())).isInstanceOf(SignIn.Outcome.In.class);

		for (int i = 0; i < 50; i++) {
			tries.take(Tries.Counted.name(word));
		}
		assertThat(tryWith(word, RIGHT, Optional.empty())).isInstanceOf(SignIn.Outcome.Paused.class);
	}

	@Test
	void aSessionIsKeptInTheDatabaseAsTextAndNothingElse() {
		String key = new SessionKey(new AccountId(7), 3).value();
		assertThat(kept(sessions, key)).isEqualTo(key);
		assertThat(SessionKey.of(key)).contains(new SessionKey(new AccountId(7), 3));
		assertThatThrownBy(() -> kept(sessions, 7L)).hasStackTraceContaining("A session keeps ids as text");
	}

	private static <S extends Session> Object kept(SessionRepository<S> sessions, Object attribute) {
		S session = sessions.createSession();
		session.setAttribute(WebSessions.ATTRIBUTE, attribute);
		sessions.save(session);
		Session found = Objects.requireNonNull(sessions.findById(session.getId()));
		return found.getRequiredAttribute(WebSessions.ATTRIBUTE);
	}
}
