package org.schoolbell.district.web;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** What a browser is shown where there is no page, and the files that pages are made of. */
class ProblemPagesTest extends ServerTest {
	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

	@Test
	void aBrowserIsToldByAPageInItsLanguage() {
		Reply english = get("/nothing", BROWSER, "en-US,en;q=0.5");
		assertThat(english.status()).isEqualTo(404);
		assertThat(english.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(english.text()).contains("<html lang=\"en\" dir=\"ltr\">", "There is no page here");

		assertThat(get("/nothing", BROWSER, "es").text()).contains("<html lang=\"es\"", "Aquí no hay ninguna página");
		assertThat(get("/nothing?language=es", BROWSER, "en").text()).contains("<html lang=\"es\"");
	}

	@Test
	void aPageLoadsNothingFromElsewhereAndRunsNothingInline() {
		Reply page = get("/nothing", BROWSER, "en");

		assertThat(page.header("Content-Security-Policy")).isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; "
				+ "img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
	}

	@Test
	void programsGetProblemDetailsWhateverTheyAccept() {
		assertThat(get("/nothing", "*/*", "es").header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(get("/nothing", "not a type", "es").header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(get("/api/v1/scores", BROWSER, "es").header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(get("/assets/nothing.css", BROWSER, "es").header("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	void filesOfPagesAreKeptForAYearUnderTheirHash() {
		String address = get("/nothing", BROWSER, "en").text().replaceAll("(?s).*href=\"(/assets/[0-9a-f]{12}/app.css)\".*", "$1");

		Reply sheet = get(address, "text/css", "en");
		assertThat(sheet.status()).isEqualTo(200);
		assertThat(sheet.header("Content-Type")).startsWith("text/css");
		assertThat(sheet.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
		assertThat(get(address.replace("app.css", "icons.svg"), "image/svg+xml", "en").header("Content-Type")).isEqualTo("image/svg+xml");

		assertThat(get(address.replace("app.css", "none.css"), "text/css", "en").status()).isEqualTo(404);
		assertThat(get("/assets/000000000000/app.css", "text/css", "en").status()).isEqualTo(404);
		assertThat(client().send(HttpRequest.newBuilder(client().uri(address)).DELETE()).status()).isEqualTo(405);
	}

	@Test
	void aFormThatIsTooLargeIsToldSo() {
		Reply answer = client().send(HttpRequest.newBuilder(client().uri("/sign-in"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("password=" + "x".repeat(3_000_000))));

		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.json().required("detail").asString()).contains("at most 2 MB");
	}

	@Test
	void textIsCompressed() {
		HttpResponse<String> page = client()
				.send(HttpRequest.newBuilder(client().uri("/nothing")).header("Accept", BROWSER).header("Accept-Encoding", "gzip"))
				.response();

		assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
	}

	private Reply get(String path, String accept, String language) {
		return client().send(HttpRequest.newBuilder(client().uri(path)).header("Accept", accept).header("Accept-Language", language));
	}
}
