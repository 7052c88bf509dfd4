package org.schoolbell.browser;

import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor of the demo sees on the phone page. */
class PhonesStoryTest {
	private final BrowserContext context = Chromium.running().of(null, Look.USUAL);
	private final Page page = context.newPage();
	private final Wire wire = new Wire(page);

	@BeforeEach
	void begin() {
		Family.pushes(true);
		Family.scoreSilently(16);
		page.setViewportSize(1280, 800);
		Phones.open(page);
	}

	@AfterEach
	void end() {
		context.close();
		Family.pushes(true);
	}

	@Test
	void aTapReachesThePhonesAndThePageSaysWhyTheOthersStayedQuiet() {
		Phones.tap(page, "Score 18 of 20");

		Phones.awaitTag(page, "Ana", "Told");
		Phones.awaitTag(page, "Maya", "Told");
		Phones.awaitStep(page, "Ana’s phone shows it");
		Phones.awaitStep(page, "Maya’s phone shows it");
		assertThat(Phones.titles(page, "Ana").getFirst()).isEqualTo("Maya: 18 of 20 on Unit 3 Quiz");
		assertThat(Phones.titles(page, "Maya").getFirst()).isEqualTo("18 of 20 on Unit 3 Quiz");
		// Whoever was told a low score by a story before this one hears that it is so no longer.
		assertThat(Phones.of(page, "Ben").innerText()).containsAnyOf("Wants only low scores, and this one is not",
				"Corrección: Maya: 18 de 20 en Unit 3 Quiz");
		assertThat(Phones.of(page, "Rosa").innerText()).contains("Quiet", "May not see this student in the portal");
		assertThat(Phones.of(page, "Carla").innerText()).contains("Quiet", "In the inbox only: signed out on this phone");
		assertThat(page.locator("#took").innerText()).matches("\\d+\\.\\d s");
		assertThat(page.locator("#steps li").allInnerTexts())
				.anySatisfy(step -> assertThat(step).containsPattern("5 people checked: [23] told, [23] not"));
		assertThat(wire.faults()).isEmpty();
		Gallery.take("phones", page);
	}

	@Test
	void theSwitchStopsWhatWouldHaveRungAndBenHearsInSpanishOnceItIsOn() {
		Phones.tap(page, "Push notifications");
		Phones.awaitStep(page, "No push leaves any more; the inbox goes on");
		List<Integer> before = counts();

		Phones.tap(page, "Score 12 of 20");
		Phones.awaitStep(page, "5 people checked: 0 told, 5 not");
		assertThat(Phones.of(page, "Ana").innerText()).contains("Quiet", "In the inbox only: push is off for the district");
		Family.awaitSettled();
		assertThat(counts()).isEqualTo(before);

		Phones.tap(page, "Push notifications");
		Phones.awaitStep(page, "Pushes leave the district again");
		Phones.tap(page, "Flag as missing");
		Phones.awaitTag(page, "Ben", "Told");
		Phones.await(page, "() => document.body.innerText.includes('Maya: falta Unit 3 Quiz')");
	}

	@Test
	void itWorksByKeyboardAlone() {
		page.keyboard().press("Tab");
		assertThat(focused()).contains("Skip to the phones");
		for (int tabs = 0; tabs < 10 && !focused().contains("Score 12 of 20"); tabs++) {
			page.keyboard().press("Tab");
		}
		page.keyboard().press("Enter");
		Phones.awaitTag(page, "Ben", "Told");
		assertThat(focused()).contains("Score 12 of 20", "Done");

		for (int tabs = 0; tabs < 10 && !focused().contains("Push notifications"); tabs++) {
			page.keyboard().press("Tab");
		}
		page.keyboard().press("Space");
		page.locator("[role=switch][aria-checked=false]").waitFor();
		assertThat(focused()).contains("Push notifications");
	}

	@Test
	void aScoreSavedElsewhereIsToldToo() {
		Family.score("\"points\":15");

		Phones.awaitStep(page, "A change is saved");
		Phones.awaitTag(page, "Ben", "Told");
		assertThat(Phones.titles(page, "Ben").getFirst()).isEqualTo("Maya: 15 de 20 en Unit 3 Quiz");
	}

	@Test
	void aClassOfLastYearTellsNobodyAndASecondTapChangesNothing() {
		Phones.tap(page, "Last year's class");
		page.locator(".act.chosen .tag").waitFor();
		page.locator(".act[aria-busy=false].chosen").waitFor();
		Phones.tap(page, "Last year's class");

		Phones.awaitStep(page, "Nothing changed: it is saved like that already");
		page.reload();
		Phones.awaitStep(page, "nobody is told. The class belongs to a year that is over");
		assertThat(Phones.of(page, "Ana").innerText()).contains("Quiet", "The class belongs to a year that is over");
	}

	private String focused() {
		return (String) page.evaluate("() => document.activeElement.innerText");
	}

	private static List<Integer> counts() {
		return List.of(Family.pushes("ana-lopez"), Family.pushes("ben-lopez"), Family.pushes("maya-lopez"));
	}
}
