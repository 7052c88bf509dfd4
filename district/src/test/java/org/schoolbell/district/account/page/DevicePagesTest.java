package org.schoolbell.district.account.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import org.schoolbell.district.account.Accounts;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestAccounts;
import org.schoolbell.district.testing.TestBrowser;
import org.schoolbell.district.testing.TestClient.Reply;
import org.schoolbell.district.testing.TestFamily;
import org.schoolbell.district.testing.TestFamily.Parent;

import static org.assertj.core.api.Assertions.assertThat;

/** Stay logged in as browsers see it, through the server's own doors. */
@ExtendWith(OutputCaptureExtension.class)
class DevicePagesTest extends ServerTest {
	private static final String PAGE = "/settings/devices";
	private static final Pattern DEVICE = Pattern.compile("/settings/devices/(\\d+)/push");

	@LocalServerPort
	private int port;
	@Autowired
	private ApplicationContext server;
	@Autowired
	private Accounts accounts;
	@Autowired
	private Trail trail;

	private TestFamily family;
	private final List<TestBrowser> open = new ArrayList<>();

	@BeforeEach
	void begin() {
		family = new TestFamily(server, jdbc(), port);
	}

	@AfterEach
	void close() {
		open.forEach(TestBrowser::close);
	}

	private TestBrowser browser(Parent parent, boolean stay) {
		TestBrowser browser = family.browser(parent, stay);
		open.add(browser);
		return browser;
	}

	private static String stay(TestBrowser browser) {
		return browser.cookie("stay").orElseThrow();
	}

	/** @return the numbers of the devices on the page, this one first */
	private static List<String> devices(TestBrowser browser) {
		Matcher numbers = DEVICE.matcher(browser.get(PAGE).text());
		return numbers.results().map(match -> match.group(1)).distinct().toList();
	}

	private void rotatedLongAgo() {
		jdbc().sql("UPDATE device.session SET rotated_at = rotated_at - interval '2 minutes'").update();
	}

	/** A program with one cookie. */
	private Reply with(String cookie, String address) {
		try (TestBrowser program = new TestBrowser(port)) {
			return program.send(program.request(address).header("Cookie", cookie));
		}
	}

	@Test
	void whoStaysLoggedInIsSignedInAgainWithANewTokenAndWhoDoesNotIsNot(CapturedOutput output) {
		Parent ana = family.parent();
		TestBrowser phone = new TestBrowser(port);
		open.add(phone);
		assertThat(phone.get("/sign-in").text()).contains("Stay logged in", "Only on a phone or computer that is yours.");
		Reply in = phone.submit("/sign-in", "/sign-in",
				Map.of("username", ana.username(), "password", TestAccounts.PASSWORD, "stay", "true"));
		assertThat(in.response().headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).startsWith("stay=")
				.contains("Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=7776000").doesNotContain("Secure"));
		String first = stay(phone);
		TestBrowser library = browser(ana, false);
		assertThat(library.cookie("stay")).isEmpty();

		family.webSessionsEnd(ana);

		assertThat(library.get(PAGE).status()).isEqualTo(303);
		assertThat(phone.get(PAGE).status()).isEqualTo(200);
		assertThat(stay(phone)).isNotEqualTo(first);
		assertThat(devices(phone)).hasSize(1);
		assertThat(output.getAll()).doesNotContain(first.substring(0, 22), first.substring(23), stay(phone).substring(23));
	}

	@Test
	void anOldTokenEndsTheSessionForBothAndThePageSaysSo() {
		Parent ana = family.parent();
		TestBrowser phone = browser(ana, true);
		String stolen = stay(phone);
		family.webSessionsEnd(ana);
		phone.get(PAGE);
		phone.get(PAGE);
		assertThat(with("stay=" + stolen, PAGE).status()).as("within the grace").isEqualTo(200);
		rotatedLongAgo();

		Reply thief = with("stay=" + stolen, PAGE);

		assertThat(thief.status()).isEqualTo(303);
		assertThat(thief.header("Set-Cookie")).startsWith("stay=;").contains("Max-Age=0");
		assertThat(phone.get(PAGE).status()).as("its web session too").isEqualTo(303);
		TestFamily.signIn(phone, ana, false);
		assertThat(phone.get(PAGE).text()).contains("Ended because an old key of this device was used again.", "change your password");
	}

	@Test
	void signingOutEndsItHereAndElsewhereAndNobodyEndsAnothersDevice() {
		Parent ana = family.parent();
		TestBrowser phone = browser(ana, true);
		TestBrowser tablet = browser(ana, true);
		TestBrowser stranger = browser(family.parent(), true);
		String other = devices(phone).get(1);
		assertThat(devices(tablet).getFirst()).isEqualTo(other);

		for (String address : List.of(PAGE + "/" + other + "/sign-out", PAGE + "/" + other + "/push", PAGE + "/0/sign-out",
				PAGE + "/x/sign-out")) {
			assertThat(stranger.submit(PAGE, address, Map.of("on", "false")).status()).as(address).isEqualTo(404);
		}
		assertThat(tablet.get(PAGE).status()).isEqualTo(200);

		assertThat(phone.submit(PAGE, PAGE + "/" + other + "/sign-out", Map.of()).header("Location")).endsWith(PAGE + "?done=signed-out");
		assertThat(phone.get(PAGE + "?done=signed-out").text()).contains("Signed out on that device",
				"You signed it out from another device.");
		assertThat(tablet.get(PAGE).status()).as("at once").isEqualTo(303);
		assertThat(trail.last("accounts", "devices/" + other).orElseThrow().change().before()).isEqualTo("stays");

		phone.submit(PAGE, "/sign-out", Map.of());
		assertThat(phone.cookie("stay")).isEmpty();
		assertThat(phone.get(PAGE).status()).isEqualTo(303);
	}

	@Test
	void everywhereMeansEveryBrowserAndEveryDevice() {
		Parent ana = family.parent();
		TestBrowser phone = browser(ana, true);
		TestBrowser library = browser(ana, false);
		assertThat(library.get(PAGE).text()).contains("You do not stay logged in on this device");

		Reply out = library.submit(PAGE, PAGE + "/sign-out", Map.of());

		assertThat(out.header("Location")).endsWith("/sign-in");
		assertThat(out.header("Clear-Site-Data")).isEqualTo("\"storage\"");
		assertThat(library.get(PAGE).status()).isEqualTo(303);
		assertThat(phone.get(PAGE).status()).isEqualTo(303);
	}

	@Test
	void anotherPasswordAndADisabledAccountEndIt() {
		Parent ana = family.parent();
		TestBrowser phone = browser(ana, true);
		TestBrowser tablet = browser(ana, true);
		String form = "/account/password";
		phone.submit(form, form, Map.of("old", TestAccounts.PASSWORD, "password", "seven loud tin drums"));
		assertThat(tablet.get(PAGE).status()).isEqualTo(303);
		assertThat(phone.cookie("stay")).isEmpty();
		assertThat(phone.get(PAGE).text()).contains("You do not stay logged in on this device", "Your password was changed.");

		Parent ben = family.parent();
		TestBrowser bens = browser(ben, true);
		accounts.enable(Origin.SERVER, ben.account(), false);
		assertThat(bens.get(PAGE).status()).isEqualTo(303);
		accounts.enable(Origin.SERVER, ben.account(), true);
		assertThat(bens.get(PAGE).status()).as("nothing comes back by itself").isEqualTo(303);
	}

	@Test
	void whoSignsInOnAnothersBrowserTakesItOver() {
		Parent ana = family.parent();
		Parent ben = family.parent();
		TestBrowser tablet = browser(ana, true);
		String device = devices(tablet).getFirst();
		String anas = stay(tablet);
		tablet.submit(PAGE, "/sign-out", Map.of());

		TestFamily.signIn(tablet, ben, true);

		assertThat(devices(tablet)).containsExactly(device);
		assertThat(with("stay=" + anas, PAGE).status()).isEqualTo(303);
	}

	@Test
	void theSwitchWorksWithoutScriptAndInSpanish() {
		TestBrowser phone = browser(family.parent(), true);
		String device = devices(phone).getFirst();
		assertThat(phone.get(PAGE).text()).contains("role=\"switch\"", "aria-checked=\"true\"", "Not set up on this device yet.");

		phone.submit(PAGE, PAGE + "/" + device + "/push", Map.of("on", "false"));

		assertThat(phone.get(PAGE + "?done=off").text()).contains("aria-checked=\"false\"", "Notifications are off for that device");
		assertThat(phone.get(PAGE + "?language=es").text()).contains("Dispositivos", "Notificaciones en Browser");
		assertThat(phone.submit(PAGE, PAGE + "/" + device + "/push", Map.of()).status()).isEqualTo(400);
	}

	@Test
	void whoeverIsNotInTheRosterHasNothingToBeToldOf() {
		TestAccounts.Member clerk = new TestAccounts(server, port).signedIn(Role.CLERK);
		open.add(clerk.browser());
		TestBrowser desk = new TestBrowser(port);
		open.add(desk);

		desk.submit("/sign-in", "/sign-in", Map.of("username", clerk.username(), "password", TestAccounts.PASSWORD, "stay", "true"));

		assertThat(desk.cookie("stay")).isEmpty();
		assertThat(desk.get(PAGE).text()).contains("your account is not one of a family");
	}
}
