package org.schoolbell.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page, in light and dark, in each of its languages, at three widths. */
class PagesTest {
	private static final int HEIGHT = 800;

	static Stream<Screen> everyPage() {
		return Screen.all().stream();
	}

	static Stream<Arguments> everyPageInEveryLook() {
		return Screen.all().stream().flatMap(screen -> screen.looks().stream().map(look -> Arguments.of(screen, look)));
	}

	@ParameterizedTest
	@MethodSource("everyPageInEveryLook")
	void isAccessibleFitsAndIsLight(Screen screen, Look look) {
		List<String> faults = new ArrayList<>();
		try (BrowserContext context = Chromium.running().of(screen.role(), look); Page page = context.newPage()) {
			Wire wire = load(screen, Screen.WIDTHS.getFirst(), page);
			faults.addAll(wire.faults());
			for (int width : Screen.WIDTHS) {
				page.setViewportSize(width, HEIGHT);
				page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
				look(screen, look, width, page).forEach(fault -> faults.add(width + " px: " + fault));
			}
		}
		assertThat(faults).as("%s, %s, %s", screen.name(), look.language(), look.schemeName()).isEmpty();
	}

	/** On a narrow screen most is one column; what moves beside another column shows only here. */
	@ParameterizedTest
	@MethodSource("everyPage")
	void nothingMovesOnAWideScreenEither(Screen screen) {
		try (BrowserContext context = Chromium.running().of(screen.role(), Look.USUAL); Page page = context.newPage()) {
			assertThat(load(screen, Screen.WIDTHS.getLast(), page).faults()).isEmpty();
		}
	}

	@AfterAll
	static void layPicturesSideBySide() {
		Screen.all().forEach(Gallery::sheet);
	}

	private static Wire load(Screen screen, int width, Page page) {
		page.setViewportSize(width, HEIGHT);
		Wire wire = new Wire(page);
		screen.prepare().accept(page);
		return wire;
	}

	private static List<String> look(Screen screen, Look look, int width, Page page) {
		List<String> faults = new ArrayList<>(PageCheck.faults(page));
		faults.addAll(TokenCheck.faults(page));
		if (Screen.PICTURED.contains(width) && !look.language().equals("es")) {
			Gallery.take(screen, look, width, page);
		}
		return faults;
	}
}
