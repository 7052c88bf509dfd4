package org.schoolbell.sandbox;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PhonePageTest extends RunningSandbox {
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
		String html = send(at("/")).body();

		assertThat(html).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style")
				.doesNotContainPattern("\\s(style|on[a-z]+)=")
				.doesNotContain("://");
		for (String text : List.of(send(at("/phones.css")).body(), send(at("/phones.js")).body())) {
			assertThat(text).doesNotContain("://", "innerHTML", "@import", "eval(");
		}
	}

	@Test
	void everythingThePageNamesIsThere() throws Exception {
		String html = send(at("/")).body();

		List<String> named = REFERENCE.matcher(html).results().map(found -> found.group(1)).distinct().toList();
		assertThat(named).containsExactlyInAnyOrder("mark.svg", "phones.css", "phones.js");
		for (String file : named) {
			assertThat(send(at("/" + file)).statusCode()).as(file).isEqualTo(200);
		}
	}

	@Test
	void thePageHasOneHeadingAndItsLandmarks() throws Exception {
		String html = send(at("/")).body();

		assertThat(html.split("<h1", -1)).hasSize(2);
		assertThat(html).contains("<html lang=", "<main>", "<header", "class=\"skip\" href=\"#phones\"", "id=\"phones\"",
				"aria-live=\"polite\"");
		assertThat(send(at("/phones.css")).body()).contains("prefers-reduced-motion: reduce", "prefers-color-scheme: dark")
				.doesNotContainPattern("(margin|padding|border|inset)-(left|right)");
	}

	@Test
	void thePageKnowsTheStoryFamilyAndTheCommandItWasGiven() throws Exception {
		JsonNode page = get("/page");

		assertThat(page.path("command").stringValue()).isEqualTo("curl http://localhost:8080");
		assertThat(page.path("phones").valueStream().map(phone -> phone.path("person").stringValue())).containsExactlyInAnyOrder(
				"maya-lopez",
				"ana-lopez", "ben-lopez", "rosa-lopez", "carla-lopez");
	}
}
