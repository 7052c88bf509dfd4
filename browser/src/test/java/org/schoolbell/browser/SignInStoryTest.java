package org.schoolbell.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class SignInStoryTest {
	@Test
	void aWrongPasswordIsSaidOnceForBothFieldsAndTheRightOneLeadsToTheGradebook() {
		try (BrowserContext context = Chromium.running().of(null, Look.USUAL); Page page = context.newPage()) {
			Demo.Account teacher = Demo.running().account("teacher");
			page.setViewportSize(375, 800);
			page.navigate(Demo.running().district("/gradebook"));
			fill(page, new Demo.Account(teacher.username(), "not the password"));

			assertThat(page.locator("[role=alert]")).isFocused();
			assertThat(page.locator("input[name=username]")).hasValue(teacher.username());
			assertThat(page.locator("input[name=password]")).hasValue("");
			assertThat(PageCheck.faults(page)).isEmpty();
			Gallery.take("sign-in-error-375-light", page);

			fill(page, teacher);
			assertThat(page.locator("h1")).hasText("Gradebook");
		}
	}

	/** By keyboard: both fields, and Enter. */
	private static void fill(Page page, Demo.Account account) {
		page.locator("input[name=username]").focus();
		page.keyboard().press("Control+a");
		page.keyboard().type(account.username());
		page.keyboard().press("Tab");
		page.keyboard().type(account.password());
		page.keyboard().press("Enter");
	}
}
