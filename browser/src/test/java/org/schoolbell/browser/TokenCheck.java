package org.schoolbell.browser;

import java.util.List;

import com.microsoft.playwright.Page;

/** Whether a page keeps to the visual language: each colour in use is a token of its style sheet, each size of text a step of the scale. */
final class TokenCheck {
	/** In px. Drawings that are hidden from screen readers may have others. */
	private static final List<Integer> SIZES = List.of(36, 28, 26, 22, 18, 16, 14, 13, 12);
	private static final String SCRIPT = """
			sizes => {
				const probe = document.body.appendChild(document.createElement('i'));
				const names = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).flatMap(rule => [rule, ...(rule.cssRules ?? [])])
					.filter(rule => rule.selectorText === ':root').flatMap(rule => [...rule.style]).filter(name => name.startsWith('--'));
				const root = getComputedStyle(document.documentElement);
				const tokens = new Set(['rgba(0, 0, 0, 0)']);
				for (const name of new Set(names)) {
					probe.style.color = '';
					probe.style.color = root.getPropertyValue(name);
					if (probe.style.color) tokens.add(getComputedStyle(probe).color);
				}
				probe.remove();
				const faults = new Set();
				const say = (element, what) => faults.add(element.tagName.toLowerCase() + '.' + (element.getAttribute('class') ?? '') + ' has ' + what);
				for (const element of document.querySelectorAll('body, body *')) {
					if (!element.checkVisibility({opacityProperty: true}) || element.closest('svg') || element.closest('[aria-hidden=true]')) continue;
					const style = getComputedStyle(element);
					const colours = {color: style.color, background: style.backgroundColor};
					for (const side of ['Top', 'Right', 'Bottom', 'Left'])
						if (style['border' + side + 'Width'] !== '0px') colours['border' + side] = style['border' + side + 'Color'];
					for (const [what, colour] of Object.entries(colours))
						if (!tokens.has(colour)) say(element, what + ' ' + colour);
					if ([...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
						&& !sizes.includes(Math.round(parseFloat(style.fontSize) * 10) / 10)) say(element, 'text of ' + style.fontSize);
				}
				return tokens.size < 10 ? ['the page has no tokens'] : [...faults];
			}
			""";

	private TokenCheck() {
	}

	/** @return each element that has a colour or a size of its own */
	static List<String> faults(Page page) {
		return ((List<?>) page.evaluate(SCRIPT, SIZES)).stream().map(String::valueOf).toList();
	}
}
