package org.schoolbell.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;

/** The browsers of a story's people on their desks, each with a tab. */
final class Tabs implements AutoCloseable {
	private final List<BrowserContext> contexts = new ArrayList<>();

	/** @param role null for somebody who is not signed in */
	Page of(@Nullable String role) {
		BrowserContext context = Chromium.running().of(role, Look.USUAL);
		contexts.add(context);
		Page page = context.newPage();
		page.setViewportSize(1280, 800);
		return page;
	}

	@Override
	public void close() {
		contexts.forEach(BrowserContext::close);
	}
}
