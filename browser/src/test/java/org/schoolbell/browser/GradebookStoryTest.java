package org.schoolbell.browser;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a teacher does in the gradebook, and what comes of it. */
class GradebookStoryTest {
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
		Family.pushes(true);
	}

	@Test
	void whatIsSavedShowsOnThePhonesUntilTheAdministratorSwitchesPushesOffAndAgainOnceTheyAreOn() {
		Page phones = tabs.of(null);
		Page administrator = tabs.of("administrator");
		Phones.open(phones);
		Gradebook gradebook = Gradebook.open(teacher);

		gradebook.save("18");
		Phones.awaitTag(phones, "Ana", "Told");
		assertThat(Phones.titles(phones, "Ana").getFirst()).isEqualTo("Maya: 18 of 20 on Unit 3 Quiz");
		Family.awaitSettled();

		turn(administrator, false);
		List<Integer> before = counts();
		gradebook.save("11");
		Family.awaitInboxOnly();
		assertThat(counts()).isEqualTo(before);

		turn(administrator, true);
		gradebook.save("19");
		Family.awaitPush("ana-lopez", "Maya: 19 of 20 on Unit 3 Quiz");
		Phones.await(phones, "() => document.body.innerText.includes('Maya: 19 of 20 on Unit 3 Quiz')");
	}

	@Test
	void scoresAndFlagsAreEnteredByKeyboardAlone() {
		teacher.navigate(Demo.running().district("/gradebook"));
		tabTo("Algebra I");
		teacher.keyboard().press("Enter");
		teacher.waitForURL(Pattern.compile(".*/gradebook/story-algebra.*"));
		Gradebook gradebook = Gradebook.open(teacher);
		Locator quiz = gradebook.quiz();
		for (int tabs = 0; tabs < 60 && !inGrid(); tabs++) {
			teacher.keyboard().press("Tab");
		}
		teacher.keyboard().press("Control+Home");
		for (int steps = gradebook.column("story-quiz-3"); steps > 0; steps--) {
			teacher.keyboard().press("ArrowRight");
		}
		for (int rows = 0; rows < 40 && !isFocused(quiz); rows++) {
			teacher.keyboard().press("ArrowDown");
		}
		teacher.keyboard().type("13.5");
		teacher.keyboard().press("Enter");
		gradebook.awaitStatus("All saved.");
		assertThat(quiz).hasText("13.5");

		teacher.keyboard().press("Shift+Enter");
		teacher.keyboard().press("l");
		assertThat(quiz).containsText("L");
		teacher.keyboard().press("Control+z");
		assertThat(quiz).hasText("13.5");
		gradebook.awaitStatus("All saved.");
		teacher.reload();
		assertThat(gradebook.quiz()).hasText("13.5");
	}

	@Test
	void aPasteOfThirtyScoresAsksFirstWhomItReaches() {
		teacher.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		Gradebook gradebook = Gradebook.open(teacher);
		Random random = new Random();
		List<String> lines = IntStream.range(0, 15).mapToObj(_ -> points(random) + "\t" + points(random)).toList();
		teacher.evaluate("text => navigator.clipboard.writeText(text)", String.join("\n", lines) + "\n");
		Locator first = teacher.locator("#grid tbody tr").first().locator("td").first();

		first.click();
		teacher.keyboard().press("Control+v");
		assertThat(teacher.locator("#ask-title")).hasText(Pattern.compile("These 30 scores reach \\d+ (person|people) now"));
		teacher.locator("#ask-tell").click();

		gradebook.awaitStatus("All saved.");
		assertThat(teacher.locator(".toast")).containsText("30 scores entered.");
		teacher.reload();
		List<String> shown = teacher.locator("#grid tbody tr").all().subList(0, 15).stream()
				.map(row -> row.locator("td").all().subList(0, 2).stream().map(GradebookStoryTest::entry).collect(Collectors.joining("\t")))
				.toList();
		assertThat(shown).isEqualTo(lines);
	}

	@Test
	void ofTwoTeachersOnOneCellTheSecondSeesBothValuesAndChooses() {
		Page colleague = tabs.of("teacher");
		Gradebook mine = Gradebook.open(teacher);
		Gradebook theirs = Gradebook.open(colleague);

		theirs.save("13");
		mine.type("15");

		Locator bubble = mine.quiz().locator(".bubble");
		assertThat(bubble).containsText(Pattern.compile("Not saved: .+ changed it at .+"));
		assertThat(bubble).containsText("13");
		assertThat(bubble).containsText("15");
		assertThat(teacher.locator("#unsaved")).hasText("1 not saved");
		assertThat(PageCheck.faults(teacher)).isEmpty();

		bubble.locator("button", new Locator.LocatorOptions().setHasText("Use mine")).click();
		mine.awaitStatus("All saved.");
		teacher.reload();
		assertThat(mine.quiz()).hasText("15");
	}

	/** What a cell shows behind its flags. */
	private static String entry(Locator cell) {
		return cell.innerText().replaceFirst("(?s).*\\n", "");
	}

	private static void turn(Page administrator, boolean on) {
		administrator.navigate(Demo.running().district(Administrator.SETTINGS));
		administrator.locator("input[name=enabled]").setChecked(on);
		administrator.locator(Administrator.SWITCH + " button").click();
		assertThat(administrator.locator("input[name=enabled]")).isChecked(
				new IsCheckedOptions().setChecked(on));
		assertThat(administrator.locator(Administrator.SWITCH)).containsText("Saved");
	}

	private void tabTo(String text) {
		for (int tabs = 0; tabs < 60; tabs++) {
			teacher.keyboard().press("Tab");
			if (((String) teacher.evaluate("() => document.activeElement.innerText")).contains(text)) {
				return;
			}
		}
		throw new AssertionError("No Tab leads to " + text);
	}

	private boolean inGrid() {
		return (boolean) teacher.evaluate("() => document.activeElement.closest('#grid td') !== null");
	}

	private static boolean isFocused(Locator locator) {
		return (boolean) locator.evaluate("e => e === document.activeElement");
	}

	/** With two digits behind the point, as hardly any score has, so that each is a change. */
	private static String points(Random random) {
		return random.nextInt(10) + "." + (random.nextInt(9) + 1) + (random.nextInt(9) + 1);
	}

	private static List<Integer> counts() {
		return List.of(Family.pushes("ana-lopez"), Family.pushes("ben-lopez"), Family.pushes("maya-lopez"));
	}
}
