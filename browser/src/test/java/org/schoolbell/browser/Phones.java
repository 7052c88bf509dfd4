package org.schoolbell.browser;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;

/** The phone page, and what the story family's phones show on it. */
final class Phones {
	/** A push is new for a minute on the page; after that the picture of it would be another. */
	private static final long NEW = TimeUnit.SECONDS.toNanos(40);
	private static long told = System.nanoTime() - NEW - 1;

	private Phones() {
	}

	/** Opens the page and waits until it has heard from the district. */
	static void open(Page page) {
		page.navigate(Demo.running().sandbox("/"));
		page.locator(".act:enabled").first().waitFor();
		page.locator(".connection.live").waitFor();
	}

	/** Opens it after a score of 18 of a moment ago. */
	static void openTold(Page page) {
		if (System.nanoTime() - told > NEW) {
			Family.pushes(true);
			Family.scoreSilently(17);
			Family.score("\"points\":18");
			Family.awaitPush("ana-lopez", "Maya: 18 of 20 on Unit 3 Quiz");
			told = System.nanoTime();
		}
		open(page);
		page.locator("#steps li").nth(3).waitFor();
		awaitTag(page, "Maya", "Told");
	}

	/** Presses the button that says this. */
	static void tap(Page page, String title) {
		page.locator(".act", new Page.LocatorOptions().setHasText(title)).click();
	}

	/** Somebody's phone with what is written below it. */
	static Locator of(Page page, String name) {
		return page.locator("article.phone").filter(new Locator.FilterOptions().setHas(page.locator("h2", new Page.LocatorOptions()
				.setHasText(name))));
	}

	/** Waits until the page says of somebody's phone that it was told, or was left quiet. */
	static void awaitTag(Page page, String name, String tag) {
		of(page, name).locator(".verdict", new Locator.LocatorOptions().setHasText(tag)).waitFor();
	}

	/** Waits until the page says this among what happened. */
	static void awaitStep(Page page, String text) {
		page.locator("#steps li", new Page.LocatorOptions().setHasText(text)).waitFor();
	}

	/** The titles on somebody's lock screen, newest first. */
	static List<String> titles(Page page, String name) {
		return of(page, name).locator(".notice .title").allInnerTexts();
	}

	/** Waits until the script, a function without arguments, says true. */
	static void await(Page page, String script) {
		page.waitForFunction(script, null, new WaitForFunctionOptions().setTimeout(60_000));
	}
}
