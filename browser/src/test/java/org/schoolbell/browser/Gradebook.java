package org.schoolbell.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The grid of Maya's class in a teacher's browser tab. */
final class Gradebook {
	static final String SECTION = "/gradebook/story-algebra";
	private static final String QUIZ = "story-quiz-3";

	private final Page page;

	private Gradebook(Page page) {
		this.page = page;
	}

	/** Opens it in a tab whose teacher has signed in. */
	static Gradebook open(Page page) {
		page.navigate(Demo.running().district(SECTION));
		page.locator("#grid td[tabindex='0']").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
		return new Gradebook(page);
	}

	/** Maya's cell of the quiz. */
	Locator quiz() {
		return cell("maya-lopez", column(QUIZ));
	}

	/** @return the number of an assignment's column among the assignments, from 0 */
	int column(String assignment) {
		return ((Number) page.evaluate("a => [...document.querySelectorAll('#grid thead th[data-a]')].findIndex(th => th.dataset.a === a)",
				assignment)).intValue();
	}

	Locator cell(String student, int column) {
		return page.locator("#grid tr[data-s='" + student + "'] td").nth(column);
	}

	/** Types a value into Maya's cell as a teacher does, and goes on with Enter. */
	void type(String value) {
		quiz().click();
		page.keyboard().type(value);
		page.keyboard().press("Enter");
	}

	/** Waits until the page says this of what is saved. */
	void awaitStatus(String text) {
		page.locator("#status", new Page.LocatorOptions().setHasText(text)).waitFor();
	}

	/** Types a value and waits until it is saved. */
	void save(String value) {
		type(value);
		awaitStatus("All saved.");
		page.locator("#grid .spinner").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
	}
}
