package org.schoolbell.district.account.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.schoolbell.district.account.AccountId;
import org.schoolbell.district.account.Accounts;
import org.schoolbell.district.account.ActivationKeys;
import org.schoolbell.district.account.Holder;
import org.schoolbell.district.audit.Actor;
import org.schoolbell.district.audit.Entry;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestBrowser;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts as a browser sees them, through the server's own doors. */
class AccountPagesTest extends ServerTest {
	private static final String RIGHT = "a quiet green bicycle";
	private static final String OTHER = "seven loud tin drums";

	@LocalServerPort
	private int port;
	@Autowired
	private Accounts accounts;
	@Autowired
	private ActivationKeys keys;
	@Autowired
	private Trail trail;

	private final String username = "user." + UUID.randomUUID();
	private Optional<TestBrowser> browser = Optional.empty();

	@AfterEach
	void close() {
		browser.ifPresent(TestBrowser::close);
	}

	private TestBrowser browser() {
		TestBrowser fresh = new TestBrowser(port);
		browser = Optional.of(fresh);
		return fresh;
	}

	private AccountId account(Role... roles) {
		return accounts.open(Origin.SERVER, new Holder.Unlisted("Elena Rivera"), Set.of(roles), Optional.empty());
	}

	/** @return the account, of somebody who chose username and password in a browser that is thrown away */
	private AccountId activated(Role role) {
		AccountId account = account(role);
		try (TestBrowser first = new TestBrowser(port)) {
			assertThat(activate(first, keys.issue(Origin.SERVER, account).key().printed(), RIGHT).status()).isEqualTo(302);
		}
		return account;
	}

	private Reply activate(TestBrowser in, String key, String password) {
		return in.submit("/activate", "/activate", Map.of("key", key, "username", username, "password", password));
	}

	@Test
	void whoFollowsALinkSignsInAndGoesOnFromThere() {
		activated(Role.TEACHER);
		TestBrowser elena = browser();

		Reply asked = elena.get("/gradebook?term=2");
		assertThat(asked.status()).isEqualTo(303);
		assertThat(asked.header("Location")).isEqualTo("/sign-in?to=%2Fgradebook%3Fterm%3D2");
		Reply form = elena.get(asked.header("Location"));
		assertThat(form.text()).contains("<h1>Sign in</h1>", "name=\"to\" value=\"/gradebook?term=2\"", "autocomplete=\"username\"",
				"autocomplete=\"current-password\"")
				.containsPattern("href=\"\\?to=%2Fgradebook%3Fterm%3D2&(amp;)?language=es\"").doesNotContain("<script>", " style=");
		assertThat(elena.cookie("session")).as("whoever only looks has no session").isEmpty();

		Reply in = elena.submit(asked.header("Location"), "/sign-in",
				Map.of("username", username.toUpperCase(java.util.Locale.ROOT), "password", RIGHT, "to", "/gradebook?term=2"));
		assertThat(in.status()).isEqualTo(302);
		assertThat(in.header("Location")).endsWith("/gradebook?term=2");
		assertThat(in.response().headers().allValues("Set-Cookie")).anySatisfy(
				cookie -> assertThat(cookie).startsWith("session=").contains("HttpOnly", "SameSite=Lax"))
				.anySatisfy(cookie -> assertThat(cookie).startsWith("browser=").contains("HttpOnly", "SameSite=Lax", "Path=/sign-in"));
		assertThat(elena.get("/gradebook").text()).contains("Elena Rivera", "No sections yet");
		assertThat(elena.get("/").header("Location")).endsWith("/gradebook");
		assertThat(elena.get("/sign-in?to=//evil.example").header("Location")).endsWith(port + "/");
	}

	@Test
	void whoIsSignedInSomewhereElseDoesNotGoToAnotherSite() {
		activated(Role.TEACHER);

		Reply in = browser().submit("/sign-in", "/sign-in", Map.of("username", username, "password", RIGHT, "to", "//evil.example/"));

		assertThat(in.header("Location")).endsWith(port + "/");
	}

	@Test
	void aWrongSignInSaysTheSameWhetherOrNotThereIsSuchAnAccountAndThenHowLongToWait() {
		activated(Role.TEACHER);
		TestBrowser stranger = browser();
		for (String name : new String[]{username, "nobody." + UUID.randomUUID()}) {
			Reply wrong = stranger.signIn(name, "not the one at all");
			assertThat(wrong.status()).isEqualTo(422);
			assertThat(wrong.text()).contains("Wrong username or password", "After 4 more tries sign-in pauses for 1 minute.",
					"aria-invalid=\"true\"", "value=\"" + name + "\"").doesNotContain("not the one at all");
			for (int i = 0; i < 3; i++) {
				stranger.signIn(name, "not the one at all");
			}
			Reply paused = stranger.signIn(name, "not the one at all");
			assertThat(paused.status()).isEqualTo(429);
			assertThat(paused.text()).contains("Too many tries", "Wait 1 minute, then try again.");
			assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(50, 60);
			assertThat(stranger.signIn(name, RIGHT).status()).isEqualTo(429);
		}
	}

	@Test
	void signingOutEndsTheSessionAndForgetsWhatThePagesKept() {
		activated(Role.TEACHER);
		TestBrowser elena = browser();
		elena.signIn(username, RIGHT);
		String session = elena.cookie("session").orElseThrow();

		Reply out = elena.submit("/gradebook", "/sign-out", Map.of());

		assertThat(out.status()).isEqualTo(302);
		assertThat(out.header("Location")).endsWith("/sign-in");
		assertThat(out.header("Clear-Site-Data")).isEqualTo("\"storage\"");
		assertThat(elena.get("/gradebook").status()).isEqualTo(303);
		try (TestBrowser thief = new TestBrowser(port)) {
			assertThat(thief.send(thief.request("/gradebook").header("Cookie", "session=" + session)).status()).isEqualTo(303);
		}
		assertThat(elena.get("/sign-out").status()).isEqualTo(405);
	}

	@Test
	void aFormFromElsewhereOrFromBeforeSigningInIsRefused() {
		activated(Role.TEACHER);
		TestBrowser elena = browser();
		String old = TestBrowser.token(elena.get("/sign-in"));
		elena.signIn(username, RIGHT);

		assertThat(elena.post("/sign-out", Map.of("_csrf", old)).status()).isEqualTo(403);
		assertThat(elena.post("/sign-out", Map.of()).status()).isEqualTo(403);
		String good = TestBrowser.token(elena.get("/gradebook"));
		Reply foreign = elena.send(elena.request("/sign-out").header("Sec-Fetch-Site", "same-site")
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=" + good)));
		assertThat(foreign.status()).isEqualTo(403);
		assertThat(elena.get("/gradebook").status()).isEqualTo(200);
	}

	@Test
	void aKeyLetsSomebodyChooseUsernameAndPasswordAndSignsThemIn() {
		AccountId account = account(Role.PARENT);
		String key = keys.issue(Origin.SERVER, account).key().printed();
		TestBrowser elena = browser();

		assertThat(elena.get("/activate?language=es").text()).contains("lang=\"es\"", "Clave de activación");
		Reply form = elena.submit("/activate?language=en", "/activate", Map.of("key", "nonsense", "username", "?", "password", RIGHT));
		assertThat(form.status()).isEqualTo(422);
		assertThat(form.text()).contains("2 fields need another look", "Enter the 20 letters", "href=\"#username\"").doesNotContain(RIGHT);
		Reply unknown = activate(elena, "00000-00000-00000-00000", RIGHT);
		assertThat(unknown.status()).isEqualTo(422);
		assertThat(unknown.text()).contains("This key is not known", "value=\"" + username + "\"");
		Reply weak = activate(elena, key, "short");
		assertThat(weak.text()).contains("Enter at least 12 characters.", "value=\"" + key + "\"").doesNotContain("value=\"short\"");

		assertThat(activate(elena, key, RIGHT).status()).isEqualTo(302);
		assertThat(elena.get("/").header("Location")).endsWith("/today");
		assertThat(elena.get("/today").text()).contains("Elena Rivera", "No student is linked to your account",
				"href=\"/account/password\"");
		assertThat(elena.get("/gradebook").status()).isEqualTo(403);
		Entry entry = trail.last("accounts", account.value() + "/activation").orElseThrow();
		assertThat(entry.origin().actor()).isEqualTo(new Actor.User(account.value(), Optional.empty()));
		assertThat(entry.origin().address()).isPresent();
	}

	@Test
	void anotherPasswordEndsEveryOtherSession() {
		AccountId account = activated(Role.CLERK);
		TestBrowser elena = browser();
		elena.signIn(username, RIGHT);
		try (TestBrowser phone = new TestBrowser(port)) {
			phone.signIn(username, RIGHT);
			String session = elena.cookie("session").orElseThrow();
			String page = "/account/password";

			assertThat(elena.submit(page, page, Map.of("old", OTHER, "password", OTHER)).text()).contains("This is not your old password.");
			assertThat(elena.submit(page, page, Map.of("old", RIGHT, "password", username + "!")).text())
					.contains("without your username in it");
			assertThat(phone.get(page).status()).isEqualTo(200);
			assertThat(elena.submit(page, page, Map.of("old", RIGHT, "password", OTHER)).header("Location")).endsWith(page + "?changed");

			assertThat(elena.get(page + "?changed").text()).contains("Your password is changed");
			assertThat(elena.cookie("session").orElseThrow()).isNotEqualTo(session);
			assertThat(phone.get(page).status()).isEqualTo(303);
			assertThat(trail.last("accounts", account.value() + "/password").orElseThrow().change().after()).isEqualTo("2");
		}
	}
}
