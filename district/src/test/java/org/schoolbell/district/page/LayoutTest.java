package org.schoolbell.district.page;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

import org.schoolbell.district.page.TestPages.Teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolbell.district.page.TestPages.content;
import static org.schoolbell.district.page.TestPages.html;
import static org.schoolbell.district.page.TestPages.request;

class LayoutTest {
	private static final Teacher ADA = new Teacher("Ada Okafor", "Cedar Valley <High>", Optional.empty());
	private static final Map<String, Object> MODEL = Map.of("title", "A page", "content", content("<h1>A page</h1>"));

	private final Pages pages = TestPages.with(
			new NavigationEntry("navigation.staff", "gradebook", "/gradebook", Group.STAFF, _ -> true),
			new NavigationEntry("navigation.running", "chart", "/delivery", Group.RUNNING, _ -> false));

	@Test
	void theBarShowsWhoIsSignedInAndTheEntriesThatAreForThem() {
		String page = html(pages, "page/staff", MODEL, request("/gradebook/period-3"), ADA);

		assertThat(page).contains("Ada Okafor", ">AO<", "Cedar Valley &lt;High&gt;", "action=\"/sign-out\"", "<h1>A page</h1>")
				.contains("href=\"/gradebook\" aria-current=\"page\"").doesNotContain("/delivery");
	}

	@Test
	void whoeverIsNotSignedInHasNoNavigation() {
		String page = html(pages, "page/plain", MODEL, request("/nothing"));

		assertThat(page).contains("<h1>A page</h1>", "lang=\"en\" dir=\"ltr\"").doesNotContain("/gradebook", "/sign-out");
	}

	@Test
	void theAddressWinsOverThePersonsLanguageThatOverTheCookieAndThatOverTheBrowser() {
		MockHttpServletRequest browser = request("/page");
		browser.addHeader("Accept-Language", "fr, es-419;q=0.8, en;q=0.5");
		assertThat(html(pages, "page/plain", MODEL, browser)).contains("lang=\"es\"", "Ir al contenido", ">English</a>");

		browser.setCookies(new Cookie("language", "en"));
		assertThat(html(pages, "page/plain", MODEL, browser)).contains("lang=\"en\"", ">Español</a>");

		Teacher reader = new Teacher("Lucía Herrera", "", Optional.of("es-MX"));
		assertThat(html(pages, "page/staff", MODEL, browser, reader)).contains("lang=\"es\"");

		assertThat(html(pages, "page/staff", MODEL, request("/page?a=b&language=en"), reader)).contains("lang=\"en\"");
		assertThat(html(pages, "page/plain", MODEL, request("/page?language=tlh"))).contains("lang=\"en\"");
	}

	@Test
	void aLanguageHeaderThatIsNoneIsNoError() {
		MockHttpServletRequest request = request("/page");
		request.addHeader("Accept-Language", "%%%;;q=nonsense");

		assertThat(html(pages, "page/plain", MODEL, request)).contains("lang=\"en\"");
	}

	@Test
	void formsAndScriptsAreGivenTheTokenAndAPageWithoutThemDoesNotAskForIt() {
		MockHttpServletRequest request = request("/page");
		request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "secret-of-this-session"));

		assertThat(html(pages, "page/staff", MODEL, request, ADA)).contains("name=\"_csrf\" value=\"secret-of-this-session\"");
		assertThat(html(pages, "page/plain", MODEL, request)).doesNotContain("secret-of-this-session");
	}

	@Test
	void nothingIsInlineAndNothingComesFromElsewhere() {
		String page = html(pages, "page/administrator", MODEL, request("/page"), ADA);

		assertThat(page).doesNotContain("<style", "style=", "<script>", "javascript:", "http:", "https:")
				.doesNotContainPattern(" on[a-z]+=");
	}

	@Test
	void initialsAreThoseOfFirstAndLastName() {
		assertThat(html(pages, "page/staff", MODEL, request("/page"), new Teacher(" Ana María Ó Briain ", "", Optional.empty())))
				.contains(">AB<");
		assertThat(html(pages, "page/staff", MODEL, request("/page"), new Teacher("Cher", "", Optional.empty()))).contains(">C<");
	}
}
