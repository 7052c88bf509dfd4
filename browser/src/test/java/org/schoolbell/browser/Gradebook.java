package org.schoolbell.browser;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The grid of Maya's class in a teacher's browser tab. */
final class Gradebook {
	static final String SECTION = "/gradebook/story-algebra";
	private static final String QUIZ = "story-quiz-3";
	/** Of an assignment that no other story is about. */
	private static final String FORM = SECTION + "/assignments/work-story-algebra-1";
	private static final String TITLE = "input[name=title]";
	private static final String SAVE = "main form .button.primary";

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

	/** Opens the form of an assignment, and saves when a colleague has saved it meanwhile. */
	static void openOvertaken(Page page) {
		page.navigate(Demo.running().district(FORM));
		String title = page.locator(TITLE).inputValue();
		try (Page colleague = page.context().newPage()) {
			retitle(colleague, title + ", again");
			page.locator(TITLE).fill(title + ", part 2");
			page.locator(SAVE).click();
			page.locator("[role=alert]").waitFor();
			retitle(colleague, title);
		}
	}

	private static void retitle(Page page, String title) {
		page.navigate(Demo.running().district(FORM));
		page.locator(TITLE).fill(title);
		page.locator(SAVE).click();
		page.locator("#grid").waitFor();
	}

	/** Opens the form of a new assignment while the database lacks a table that it needs. */
	static void openFailing(Page page) {
		try (Connection database = Demo.running().database(); Statement statement = database.createStatement()) {
			statement.execute("ALTER TABLE gradebook.category RENAME TO category_away");
			try {
				page.navigate(Demo.running().district(SECTION + "/assignments"));
			} finally {
				statement.execute("ALTER TABLE gradebook.category_away RENAME TO category");
			}
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
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
