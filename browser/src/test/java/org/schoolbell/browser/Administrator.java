package org.schoolbell.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** The administrator's page of push notifications in a browser tab. */
final class Administrator {
	static final String SETTINGS = "/settings/push-notifications";
	/** The form of the switch. */
	static final String SWITCH = "form:has(input[name=enabled])";
	private static boolean checked;

	private Administrator() {
	}

	/** Opens it after somebody has checked the connection. */
	static void openChecked(Page page) {
		if (!checked) {
			try (BrowserContext context = Chromium.running().of("administrator", Look.USUAL); Page first = context.newPage()) {
				first.navigate(Demo.running().district(SETTINGS));
				first.locator("#check button").click();
				first.locator("#connection .steps").waitFor();
			}
			checked = true;
		}
		page.navigate(Demo.running().district(SETTINGS));
	}

	/** Opens it, and saves when somebody else has turned the switch meanwhile. */
	static void openOvertaken(Page page) {
		Family.pushes(true);
		page.navigate(Demo.running().district(SETTINGS));
		Family.pushes(false);
		Family.pushes(true);
		page.locator("input[name=enabled]").uncheck();
		page.locator(SWITCH + " button").click();
		page.locator("[role=alert]").waitFor();
	}
}
