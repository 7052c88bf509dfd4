package org.schoolbell.district.portal.app;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.page.Assets;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.right.ForEveryone;

/** What a browser asks for to install the app: of this release, the same for everyone. */
@Hidden
@RestController
class AppFiles {
	/** Of the tokens {@code accent} and {@code bg} of the style sheet; a manifest knows one look only, the light one. */
	private static final String ACCENT = "#3d47c2";
	private static final String GROUND = "#f5f6fa";
	private static final String PNG = "image/png";

	private final Assets assets;
	private final Pages pages;

	AppFiles(Assets assets, Pages pages) {
		this.assets = assets;
		this.pages = pages;
	}

	/** As the W3C's Web Application Manifest has it. The id stays, so that an installed app remains the same app. */
	record Manifest(String id, String name, @JsonProperty("short_name") String shortName, String description, String lang, String dir,
			@JsonProperty("start_url") String startUrl, String scope, String display, @JsonProperty("theme_color") String themeColor,
			@JsonProperty("background_color") String backgroundColor, List<String> categories, List<Icon> icons) {}

	record Icon(String src, String sizes, String type, String purpose) {}

	@ForEveryone
	@GetMapping(path = "/app.webmanifest", produces = "application/manifest+json")
	Manifest manifest(HttpServletRequest request) {
		Texts t = pages.texts(request);
		String name = t.of("page.brand");
		return new Manifest("/", name, name, t.of("app.description"), t.language(), t.direction(), "/", "/", "standalone", ACCENT, GROUND,
				List.of("education"), List.of(icon("icon-192.png", "192x192", "any"), icon("icon-512.png", "512x512", "any"),
						icon("icon-maskable-512.png", "512x512", "maskable"), icon("badge-96.png", "96x96", "monochrome")));
	}

	/**
	 * The worker must lie at the root, because it serves the pages below its own address. It names this release's files, so that a new release has a new
	 * worker: browsers compare it, byte by byte, at each visit.
	 */
	@ForEveryone
	@GetMapping(path = "/service-worker.js", produces = "text/javascript;charset=UTF-8")
	ResponseEntity<String> worker() {
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
				.body("const assets = \"" + assets.root() + "\";\nimportScripts(assets + \"worker.js\");\n");
	}

	private Icon icon(String file, String sizes, String purpose) {
		return new Icon(assets.address(file), sizes, PNG, purpose);
	}
}
