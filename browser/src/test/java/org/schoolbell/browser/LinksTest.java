package org.schoolbell.browser;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever follows links finds something. */
class LinksTest {
	@ParameterizedTest
	@ValueSource(strings = {"administrator", "teacher", "clerk", "cashier", "helpdesk", "integrator", "parent", "student"})
	void noPageLeadsNowhere(String role) {
		try (BrowserContext context = Chromium.running().of(role, Look.USUAL)) {
			Crawl crawl = new Crawl(context.request());

			assertThat(crawl.from("/")).isEmpty();
			assertThat(crawl.size()).isGreaterThan(5);
		}
	}
}
