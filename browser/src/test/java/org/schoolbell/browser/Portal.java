package org.schoolbell.browser;

import com.microsoft.playwright.Page;

/** The parent portal of the story family's mother, with something to read in it. */
final class Portal {
	private static boolean told;

	private Portal() {
	}

	/** Opens the inbox, which has a line with what was told before it. */
	static void openInbox(Page page) {
		tell();
		page.navigate(Demo.running().district("/notifications"));
		page.locator(".line").first().waitFor();
	}

	/** Opens Today with news. */
	static void openToday(Page page) {
		tell();
		page.navigate(Demo.running().district("/today"));
		page.locator("main .list-row").first().waitFor();
	}

	/** Opens the record that the newest line speaks of. */
	static void openRecord(Page page) {
		openInbox(page);
		page.locator(".whole").first().click();
		page.waitForURL(url -> url.contains("/assignments/"));
	}

	/** Opens why the newest line came. */
	static void openWhy(Page page) {
		openInbox(page);
		page.locator("a.why").first().click();
		page.waitForURL(url -> url.endsWith("/why"));
	}

	private static synchronized void tell() {
		if (!told) {
			Family.scoreSilently(16);
			Family.score("\"points\":14");
			Family.awaitTold("ana-lopez", "14");
			Family.score("\"points\":12,\"flags\":[\"LATE\"]");
			Family.awaitTold("ana-lopez", "12");
			told = true;
		}
	}
}
