package org.schoolbell.sandbox;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PhonePageTest extends RunningSandbox {
	private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");
	private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");

	@Test
	void thePageForbidsWhatIsInlineOrFromElsewhere() throws Exception {
		HttpResponse<String> page = send(at("/"));

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
		String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
		assertThat(policy)
				.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
				.doesNotContain("unsafe", "http", "*");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
	}

	@Test
	void thePageKeepsToItsOwnPolicy() throws Exception {
		assertThat(send(at("/")).body()).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style", "://")
				.doesNotContainPattern("\\s(style|on[a-z]+)=");
		for (String file : files()) {
			assertThat(send(at("/" + file)).body()).as(file).doesNotContain("://", "innerHTML", "@import", "eval(")
					.doesNotContainPattern("\\.style\\b");
		}
	}

	@Test
	void everythingThePageAndItsModulesNameIsThere() throws Exception {
		assertThat(files()).contains("phones.css", "phones.js");
		for (String file : files()) {
			String script = file.endsWith(".js") ? send(at("/" + file)).body() : "";
			assertThat(IMPORT.matcher(script).results().map(found -> found.group(1))).as(file).isSubsetOf(files());
		}
		for (String named : named()) {
			assertThat(send(at("/" + named)).statusCode()).as(named).isEqualTo(200);
		}
	}

	@Test
	void thePageHasOneHeadingAndItsLandmarks() throws Exception {
		String html = send(at("/")).body();

		assertThat(html.split("<h1", -1)).hasSize(2);
		assertThat(html).contains("<html lang=", "<main>", "<header", "class=\"skip\" href=\"#phones\"", "id=\"phones\"",
				"aria-live=\"polite\"");
	}

	@Test
	void itsColoursStandInOnePlaceAndItKnowsNoLeftOrRight() throws Exception {
		for (String file : files()) {
			String text = send(at("/" + file)).body();
			if (file.equals("look.css")) {
				assertThat(text).contains("prefers-reduced-motion: reduce", "prefers-color-scheme: dark");
			} else if (file.endsWith(".css")) {
				assertThat(text).as(file).doesNotContainPattern("#[0-9a-f]{3,8}\\b|rgb\\(")
						.doesNotContainPattern("(margin|padding|border|inset)-(left|right)");
			}
		}
	}

	@Test
	void thePageKnowsTheStoryFamily() throws Exception {
		assertThat(get("/page").path("phones").valueStream().map(phone -> phone.path("person").stringValue())).containsExactlyInAnyOrder(
				"maya-lopez", "ana-lopez", "ben-lopez", "rosa-lopez", "carla-lopez");
	}

	@Test
	void withoutADistrictTheButtonsSayWhyTheyWait() throws Exception {
		JsonNode school = get("/school");

		assertThat(school.path("district").isNull()).isTrue();
		assertThat(school.path("why").stringValue()).startsWith("No district is connected yet.");
		assertThat(school.path("acts")).hasSizeGreaterThan(4).allSatisfy(act -> assertThat(act.path("title").stringValue()).isNotBlank());
		HttpResponse<String> act = post("/school/acts/SCORE_18", "");
		assertThat(act.statusCode()).isEqualTo(503);
		assertThat(act.body()).contains("sandbox.school.district");
		assertThat(post("/school/acts/FIRE_DRILL", "").statusCode()).isEqualTo(400);
	}

	/** What the browser fetches besides the page: what it names and what its modules import. */
	private static List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/phone-page"))) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".js") || name.endsWith(".css")).sorted()
					.toList();
		}
	}

	private List<String> named() throws Exception {
		return REFERENCE.matcher(send(at("/")).body()).results().map(found -> found.group(1)).distinct().toList();
	}
}
