package org.schoolbell.browser;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of scores that are typed and not saved yet. */
class UnsentScoresStoryTest {
	private static final String SAVES = "**/scores";
	private static final String KEPT = "No network. 1 score is kept here and sent when it returns.";
	private static final String IN_BROWSER = "() => Object.keys(localStorage).filter(key => key.startsWith('gradebook/')).length";

	private final Tabs tabs = new Tabs();
	private final Page teacher = tabs.of("teacher");

	@BeforeEach
	void begin() {
		Family.pushes(true);
		Family.scoreSilently(16);
	}

	@AfterEach
	void end() {
		tabs.close();
	}

	@Test
	void aNetworkThatIsCutInMidSaveLosesNothingAndSavesOnce() {
		Gradebook gradebook = Gradebook.open(teacher);
		int before = Family.pushes("ana-lopez");
		AtomicBoolean lost = new AtomicBoolean();
		teacher.route(SAVES, route -> {
			if (lost.getAndSet(true)) {
				route.resume();
			} else {
				// The server has saved it; the teacher's browser never hears of that.
				route.fetch();
				route.abort();
			}
		});

		gradebook.type("17");
		gradebook.awaitStatus(KEPT);
		gradebook.awaitStatus("All saved.");
		Family.awaitPush("ana-lopez", "Maya: 17 of 20 on Unit 3 Quiz");

		teacher.context().setOffline(true);
		gradebook.type("14");
		gradebook.awaitStatus(KEPT);
		teacher.context().setOffline(false);
		gradebook.awaitStatus("All saved.");
		Family.awaitPush("ana-lopez", "Maya: 14 of 20 on Unit 3 Quiz");
		assertThat(Family.pushes("ana-lopez")).isEqualTo(before + 2);
	}

	@Test
	void aServerInTroubleIsAskedAgainAndOneThatRefusesIsSaidToRefuse() {
		Gradebook gradebook = Gradebook.open(teacher);
		AtomicBoolean troubled = new AtomicBoolean();
		teacher.route(SAVES, route -> {
			if (troubled.getAndSet(true)) {
				route.resume();
			} else {
				route.fulfill(new FulfillOptions().setStatus(503));
			}
		});
		gradebook.type("17");
		gradebook.awaitStatus("The server has trouble. 1 score is kept here and sent again.");
		gradebook.awaitStatus("All saved.");

		teacher.unroute(SAVES);
		teacher.route(SAVES, route -> route.fulfill(new FulfillOptions().setStatus(404)));
		gradebook.type("14");
		gradebook.awaitStatus("Not sent: the server does not take it from this page.");

		teacher.unroute(SAVES);
		teacher.reload();
		gradebook.awaitStatus("All saved.");
		assertThat(gradebook.quiz()).hasText("14");
	}

	@Test
	void whatIsTypedInOneTabIsKeptWhateverAnotherSaves() {
		Gradebook first = Gradebook.open(teacher);
		Page second = teacher.context().newPage();
		Gradebook other = Gradebook.open(second);
		teacher.route(SAVES, Route::abort);
		first.type("17");
		first.awaitStatus(KEPT);

		second.locator("#grid tbody tr").first().locator("td").first().click();
		second.keyboard().type("3.2" + (System.nanoTime() % 9 + 1));
		second.keyboard().press("Enter");
		other.awaitStatus("All saved.");
		teacher.close();

		second.reload();
		other.awaitStatus("All saved.");
		assertThat(other.quiz()).hasText("17");
	}

	@Test
	void whoSignsOutWithUnsentScoresIsAskedFirstAndThenLeavesNothingBehind() {
		Page leaving = tabs.of(null);
		Chromium.signIn(leaving, Demo.running().account("teacher"));
		Gradebook gradebook = Gradebook.open(leaving);
		leaving.route(SAVES, Route::abort);
		gradebook.type("17");
		gradebook.awaitStatus(KEPT);

		leaving.onceDialog(question -> {
			assertThat(question.message()).isEqualTo("1 score is not saved yet and would be lost. Sign out anyway?");
			question.dismiss();
		});
		signOut(leaving);
		assertThat(gradebook.quiz()).hasText("17");
		assertThat(leaving.evaluate(IN_BROWSER)).isEqualTo(1);

		leaving.onceDialog(question -> question.accept());
		signOut(leaving);
		leaving.waitForURL("**/sign-in");
		assertThat(leaving.evaluate(IN_BROWSER)).isEqualTo(0);
		leaving.goBack();
		leaving.waitForURL("**/sign-in**");
	}

	@Test
	void aRefusedScoreOfASaveThatTellsNobodyIsCorrectedWithoutTelling() {
		teacher.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		Gradebook gradebook = Gradebook.open(teacher);
		String nonce = Long.toString(System.nanoTime() % 90 + 10);
		teacher.evaluate("text => navigator.clipboard.writeText(text)",
				"1o\n1.%1$s\n2.%1$s\n3.%1$s\n4.%1$s\n5.%1$s\n".formatted(nonce));
		gradebook.quiz().click();
		teacher.keyboard().press("Control+v");
		teacher.locator("#ask button[value=silent]").click();
		Locator unsaved = teacher.locator("#unsaved");
		assertThat(unsaved).hasText("1 not saved");

		gradebook.type("10");
		gradebook.awaitStatus("All saved.");
		Demo.await("a trace that says SILENT",
				() -> Demo.running().api("GET", "/api/v1/traces?student=maya-lopez&limit=1", "schoolbell.read", null)
						.required("traces").required(0).toString().contains("SILENT"));
	}

	@Test
	void whatIsRefusedElsewhereIsShownWhereItCanBeMended() {
		Gradebook gradebook = Gradebook.open(teacher);
		teacher.route(SAVES, Route::abort);
		gradebook.type("1o");
		gradebook.awaitStatus(KEPT);
		teacher.unroute(SAVES);

		teacher.navigate(Demo.running().district(Gradebook.SECTION + "?term=2"));
		assertThat(gradebook.column("story-quiz-3")).as("a column of another term").isNegative();
		teacher.locator("#unsaved").click();
		teacher.waitForURL("**?term=all");
		assertThat(gradebook.quiz()).hasAttribute("aria-invalid", "true");
		assertThat(gradebook.quiz()).containsText("1o");
		gradebook.save("12");
	}

	private static void signOut(Page page) {
		Locator button = page.locator("#person form[action='/sign-out'] button");
		if (!button.isVisible()) {
			page.locator("button.person").click();
		}
		button.click();
	}
}
