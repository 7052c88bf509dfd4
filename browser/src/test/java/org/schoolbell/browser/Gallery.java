package org.schoolbell.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;

/** The pictures of our pages, and for each page a sheet with the pictures that it should look like at the left and ours at the right. */
final class Gallery {
	private static final Path FOLDER = Path.of(System.getProperty("browser.screenshots"));
	private static final Path SHEETS = Path.of(System.getProperty("browser.sheets"));
	private static final Path PICTURES = Path.of(System.getProperty("browser.pictures"));
	private static final int GAP = 20;

	private Gallery() {
	}

	/** Takes the page as it stands. */
	static void take(Screen screen, Look look, int width, Page page) {
		take(screen.name() + (look.language().equals(Look.USUAL.language()) ? "" : "-" + look.language())
				+ suffix(look.schemeName(), width),
				page);
	}

	/** Takes the page as it stands under a name of its own. */
	static void take(String name, Page page) {
		page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
	}

	/** Only for looking at; where the pictures are not at hand, it says so and makes none. */
	static void sheet(Screen screen) {
		if (!Files.isDirectory(PICTURES)) {
			System.out.println("No sheet of " + screen + ": there are no pictures in " + PICTURES.normalize());
			return;
		}
		StringBuilder rows = new StringBuilder();
		for (int width : Screen.PICTURED) {
			for (String scheme : new String[]{"light", "dark"}) {
				String picture = screen.picture() == null
						? ""
						: image(PICTURES.resolve(screen.picture() + suffix(scheme, width) + ".png"), width);
				rows.append("<div>").append(picture).append(image(FOLDER.resolve(screen.name() + suffix(scheme, width) + ".png"), width))
						.append("</div>");
			}
		}
		try (BrowserContext context = Chromium.running().of(null, Look.USUAL); Page page = context.newPage()) {
			page.setViewportSize(2 * Screen.PICTURED.getLast() + 3 * GAP, 840);
			page.setContent("<style>body{margin:20px;background:#888} div{display:flex;gap:20px;margin-bottom:20px}</style>" + rows);
			page.screenshot(new ScreenshotOptions().setPath(SHEETS.resolve(screen.name() + ".png")).setFullPage(true));
		}
	}

	private static String suffix(String scheme, int width) {
		return "-" + width + "-" + scheme;
	}

	private static String image(Path file, int width) {
		try {
			return Files.isRegularFile(file)
					? "<img width=%d src='data:image/png;base64,%s'>".formatted(width,
							Base64.getEncoder().encodeToString(Files.readAllBytes(file)))
					: "";
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
