package org.schoolbell.browser;

import java.net.URI;
import java.util.Optional;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A mother's Firefox that really buzzes: it registers with a push service, opens what the district has sealed for it and shows it in its own window. */
class FirefoxStoryTest {
	private static final Demo DEMO = Demo.running();

	private final Firefox firefox = Firefox.start("ws://127.0.0.1:" + URI.create(DEMO.sandbox("/")).getPort() + "/");
	private final BrowserContext teacher = Chromium.running().of("teacher", Look.USUAL);

	@BeforeEach
	void begin() {
		Family.pushes(true);
		Family.scoreSilently(10);
	}

	@AfterEach
	void end() {
		firefox.close();
		teacher.close();
	}

	@Test
	void whatTheTeacherSavesInChromiumRingsInTheMothersFirefoxUntilSheSignsOut() {
		Firefox.Tab tab = firefox.open(DEMO.district("/settings/notifications"));
		signIn(tab, DEMO.account("parent"));
		tab.click("#turn-on");
		firefox.allow();
		tab.await("the page to say that this device is told", "!!document.querySelector('.reach .banner.ok')");

		Gradebook gradebook = Gradebook.open(teacher.newPage());
		gradebook.save("18");
		awaitAlert("Maya: 18 of 20 on Unit 3 Quiz", "90% in Algebra I. Was 10 of 20.");

		gradebook.save("16");
		awaitAlert("Maya: 16 of 20 on Unit 3 Quiz", "80% in Algebra I. Was 18 of 20.");
		assertThat(shown(tab)).isEqualTo("1");

		firefox.tapAlert();
		Firefox.Tab record = firefox.awaitTab("/assignments/");
		record.await("the score", "document.body.innerText.includes('Unit 3 Quiz')");
		assertThat(record.evaluate("document.querySelector('main').innerText")).contains("16", "20");

		Family.score("\"points\":16,\"flags\":[\"EXEMPT\"]");
		awaitCorrection();

		tab.click("button.person");
		tab.click("#person form[action=\"/sign-out\"] button");
		tab.await("the page for signing in", "location.pathname === '/sign-in'");
		int before = Family.pushes("ana-lopez");
		Family.score("\"points\":15");
		Demo.await("her other phone", () -> Family.pushes("ana-lopez") > before);
		Family.awaitSettled();
		assertThat(firefox.alert()).isEmpty();
	}

	private static void signIn(Firefox.Tab tab, Demo.Account account) {
		tab.type("input[name=username]", account.username());
		tab.type("input[name=password]", account.password());
		tab.click("input[name=stay]");
		tab.click("main button[type=submit]");
		tab.await("the page asked for", "location.pathname === '/settings/notifications'");
	}

	private void awaitAlert(String title, String body) {
		Demo.await("a notification " + title, () -> firefox.alert().equals(Optional.of(new Firefox.Alert(title, body))));
	}

	/** What she was told is no longer true, so it takes the place of that on the screen. */
	private void awaitCorrection() {
		Demo.await("a correction", () -> firefox.alert().filter(alert -> alert.title().startsWith("Corrected: Maya")).isPresent());
	}

	/** @return how many notifications the worker has on the screen */
	private static String shown(Firefox.Tab tab) {
		return tab.evaluate("navigator.serviceWorker.ready.then(worker => worker.getNotifications()).then(all => String(all.length))");
	}
}
