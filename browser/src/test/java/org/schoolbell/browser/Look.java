package org.schoolbell.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** How somebody's browser is set up. */
record Look(String language, ColorScheme scheme) {
	static final Look USUAL = new Look("en", ColorScheme.LIGHT);

	/** @return light and dark, in English, Spanish and Arabic */
	static List<Look> all() {
		List<Look> looks = new ArrayList<>();
		for (String language : List.of("en", "es", "ar")) {
			for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				looks.add(new Look(language, scheme));
			}
		}
		return looks;
	}

	NewContextOptions options() {
		return new NewContextOptions().setLocale(language + "-US").setColorScheme(scheme)
				.setReducedMotion(ReducedMotion.REDUCE).setTimezoneId("America/New_York");
	}

	String schemeName() {
		return scheme == ColorScheme.DARK ? "dark" : "light";
	}
}
