package org.schoolbell.browser;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import org.jspecify.annotations.Nullable;

/** The one browser of all tests, and who is signed in to it. Each context is a browser profile of its own. Used by one thread. */
final class Chromium {
	private static @Nullable Chromium running;

	private final Browser browser;
	/** The cookies of a role once it has signed in, so that not every test types a password. */
	private final Map<String, String> signedIn = new HashMap<>();

	private Chromium(Browser browser) {
		this.browser = browser;
	}

	static Chromium running() {
		Chromium chromium = running;
		if (chromium == null) {
			Playwright playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			chromium = new Chromium(playwright.chromium()
					.launch(new LaunchOptions().setExecutablePath(Path.of(System.getProperty("browser.executable")))
							.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
									"--disable-component-update",
									"--disable-sync"))));
			running = chromium;
		}
		return chromium;
	}

	/** @param role null for somebody who is not signed in */
	BrowserContext of(@Nullable String role, Look look) {
		return role == null ? browser.newContext(look.options()) : as(role, look);
	}

	/** @return a browser in which the demo's account of this role is signed in */
	private BrowserContext as(String role, Look look) {
		String cookies = signedIn.get(role);
		if (cookies != null) {
			return browser.newContext(look.options().setStorageState(cookies));
		}
		BrowserContext context = of(null, look);
		Page page = context.newPage();
		signIn(page, Demo.running().account(role));
		page.close();
		signedIn.put(role, context.storageState());
		return context;
	}

	static void signIn(Page page, Demo.Account account) {
		page.navigate(Demo.running().district("/sign-in"));
		page.locator("input[name=username]").fill(account.username());
		page.locator("input[name=password]").fill(account.password());
		page.locator("main button[type=submit]").click();
		page.waitForURL(url -> !url.contains("/sign-in"));
	}
}
