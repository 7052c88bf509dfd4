package org.schoolbell.browser;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

/** What holds for every page at every width: found faults as sentences, so that one run shows them all. */
final class PageCheck {
	/**
	 * Text that its own box cuts off: its content is wider or higher than what is shown, and the box neither scrolls nor is hidden on purpose from
	 * sight (a screen reader's text is 1 px large).
	 */
	private static final String CLIPPED = """
			() => [...document.querySelectorAll('body *')].filter(e => {
				const style = getComputedStyle(e);
				const cut = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
				return cut && e.clientWidth > 1 && e.clientHeight > 1 && e.innerText && e.innerText.trim()
					&& (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
			}).map(e => e.tagName.toLowerCase() + '.' + e.className + ': ' + e.innerText.trim().slice(0, 40))
			""";
	private static final String SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
	/** Controls under 44 px, links inside a sentence excepted. A label counts to its box, and so does what either spreads out. */
	private static final String SMALL_TARGETS = """
			() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=switch]')].filter(e => {
				if (getComputedStyle(e).display === 'inline') return false;
				const label = ['checkbox', 'radio'].includes(e.type) && e.labels[0];
				const spread = getComputedStyle(e, '::after').position === 'absolute' && e.offsetParent;
				const row = label && getComputedStyle(label, '::before');
				const box = row?.position === 'absolute' ? {width: parseFloat(row.width), height: parseFloat(row.height)}
					: (label || spread || e).getBoundingClientRect();
				return box.width > 1 && box.height > 1 && (box.width < 43.5 || box.height < 43.5);
			}).map(e => e.tagName.toLowerCase() + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().width) + 'x'
				+ Math.round(e.getBoundingClientRect().height) + ' ' + (e.getAttribute('aria-label') || e.innerText || e.name || '').trim().slice(0, 30))
			""";

	private PageCheck() {
	}

	/** @return what is wrong with the page as it stands; nothing if all is well */
	static List<String> faults(Page page) {
		List<String> faults = new ArrayList<>();
		AxeResults results = new AxeBuilder(page).analyze();
		for (Rule violation : results.getViolations()) {
			for (CheckedNode node : violation.getNodes()) {
				faults.add("axe " + violation.getId() + ": " + node.getTarget() + " " + node.getFailureSummary());
			}
		}
		int sideways = ((Number) page.evaluate(SIDEWAYS)).intValue();
		if (sideways > 0) {
			faults.add("scrolls sideways by " + sideways + " px");
		}
		strings(page, CLIPPED).forEach(clipped -> faults.add("clipped text in " + clipped));
		strings(page, SMALL_TARGETS).forEach(small -> faults.add("target under 44 px: " + small));
		return faults;
	}

	private static List<String> strings(Page page, String script) {
		return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
	}
}
