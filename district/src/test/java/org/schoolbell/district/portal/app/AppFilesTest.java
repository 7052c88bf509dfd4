package org.schoolbell.district.portal.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestBrowser;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers need to install the app, over HTTP. */
class AppFilesTest extends ServerTest {
	private static final Pattern WORKER = Pattern
			.compile("const assets = \"(/assets/[0-9a-f]+/)\";\nimportScripts\\(assets \\+ \"worker\\.js\"\\);\n");
	private static final Pattern NAMED = Pattern.compile("\"([a-z0-9-]+\\.(?:css|js|svg|png))\"");

	@LocalServerPort
	private int port;
	private TestBrowser browser;

	@BeforeEach
	void open() {
		browser = new TestBrowser(port);
	}

	@AfterEach
	void close() {
		browser.close();
	}

	@Test
	void theManifestNamesTheAppAndIconsThatAreThere() {
		Reply reply = browser.get("/app.webmanifest");
		JsonNode manifest = JsonMapper.shared().readTree(reply.text());

		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Content-Type")).startsWith("application/manifest+json");
		assertThat(manifest.path("name").stringValue()).isEqualTo("Schoolbell");
		assertThat(manifest.path("display").stringValue()).isEqualTo("standalone");
		List<String> purposes = new ArrayList<>();
		for (JsonNode icon : manifest.path("icons")) {
			purposes.add(icon.path("purpose").stringValue());
			Reply file = browser.get(icon.path("src").stringValue());
			assertThat(file.status()).as(icon.toString()).isEqualTo(200);
			assertThat(file.header("Content-Type")).isEqualTo("image/png");
		}
		assertThat(purposes).contains("any", "maskable", "monochrome");
	}

	@Test
	void theManifestSpeaksTheReadersLanguage() {
		JsonNode manifest = JsonMapper.shared().readTree(browser.get("/app.webmanifest?language=es").text());

		assertThat(manifest.path("lang").stringValue()).isEqualTo("es");
		assertThat(manifest.path("description").stringValue()).contains("escuela");
	}

	@Test
	void theWorkerNamesFilesOfThisReleaseThatAreThere() {
		Reply reply = browser.get("/service-worker.js");
		Matcher worker = WORKER.matcher(reply.text());

		assertThat(worker.matches()).as(reply.text()).isTrue();
		assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
		assertThat(reply.header("Content-Type")).startsWith("text/javascript");
		String script = browser.get(worker.group(1) + "worker.js").text();
		List<String> named = NAMED.matcher(script).results().map(match -> match.group(1)).distinct().toList();
		assertThat(named).hasSizeGreaterThan(3);
		named.forEach(file -> assertThat(browser.get(worker.group(1) + file).status()).as(file).isEqualTo(200));
	}

	/** Browsers keep it: the next reader may be another. */
	@Test
	void thePageForNoNetworkIsTheSameForEveryone() {
		String page = browser.get("/offline").text();

		assertThat(page).contains("No connection").doesNotContain("_csrf", "name=\"csrf\"", "sign-out");
	}

	@Test
	void thePageOfPlatformsSaysWhatEachLacksAndHowToMendIt() {
		String page = browser.get("/supported-platforms").text();

		for (Lack lack : Lack.values()) {
			assertThat(page).contains("data-when=\"" + lack.word() + "\"");
		}
		assertThat(page).contains("device.js", "iOS or iPadOS 16.4", "do not promise");
	}

	/** A script decides what shows: the words that it says and those that the style sheet and the pages wait for are the same. */
	@Test
	void theScriptAndTheStyleSheetSayTheSameWords() {
		String root = WORKER.matcher(browser.get("/service-worker.js").text()).replaceAll("$1").strip();
		String script = browser.get(root + "device.js").text();
		String style = browser.get(root + "app.css").text();

		for (Lack lack : Lack.values()) {
			assertThat(script).contains("\"" + lack.word() + "\"");
			assertThat(style).contains(":root[data-reach=\"" + lack.word() + "\"] [data-when~=\"" + lack.word() + "\"]");
		}
	}
}
