package org.schoolbell.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.schoolbell.command.Schoolbell;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever the demo names can sign in, and so can whoever an operator gives a key. */
class DemoAccountsTest {
	private static final SampleRequest SAMPLE = new SampleRequest(20, 5L, LocalDate.of(2026, 11, 24));
	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
	private static final Pattern KEY = Pattern.compile("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}");

	@TempDir
	Path folder;

	@Test
	void everyRoleSignsInWithTheFilesPasswordAndLandsAtItsPage() throws Exception {
		try (TestingDemo demo = new TestingDemo(folder, SAMPLE)) {
			JsonNode accounts = demo.accounts();
			Map<String, HttpResponse<String>> starts = new LinkedHashMap<>();
			for (JsonNode account : accounts) {
				starts.put(account.required("username").asString(), signIn(demo, account));
				assertThat(demo.printed()).contains(account.required("password").asString());
			}
			assertThat(accounts.valueStream().map(account -> account.required("role").asString()).distinct()).containsExactlyInAnyOrder(
					"administrator", "teacher", "clerk", "cashier", "helpdesk", "integrator", "parent", "student");
			assertThat(starts).hasSize(9).allSatisfy((_, page) -> assertThat(page.statusCode()).isEqualTo(200));
			assertThat(starts.get("story-teacher")).satisfies(at("/gradebook", "/gradebook/story-algebra"));
			assertThat(starts.get("administrator")).satisfies(at("/settings/push-notifications", "Dana Whitfield"));
			assertThat(starts.get("ana-lopez")).satisfies(at("/today", "Ana Lopez"));
			assertThat(starts.get("ben-lopez")).satisfies(at("/today", "lang=\"es\""));
			assertThat(starts.get("clerk")).satisfies(at("/", "No page is open to your account"));
			aKeyByCommandLetsANewAdministratorIn(demo);
		}
	}

	private void aKeyByCommandLetsANewAdministratorIn(TestingDemo demo) throws Exception {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		PrintStream out = System.out;
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			assertThat(Schoolbell.run("activation-key", "--data-dir", folder.toString(), "--name", "Elena Rivera")).isZero();
		} finally {
			System.setOut(out);
		}
		Matcher key = KEY.matcher(printed.toString(StandardCharsets.UTF_8));
		assertThat(key.find()).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
		HttpResponse<String> start = submit(demo.address("district").resolve("/activate"),
				Map.of("key", key.group(), "username", "elena.rivera", "password", "a quiet green bicycle"));
		assertThat(start).satisfies(at("/settings/push-notifications", "Elena Rivera"));
	}

	private static Consumer<HttpResponse<String>> at(String path, String text) {
		return page -> {
			assertThat(page.uri().getPath()).isEqualTo(path);
			assertThat(page.body()).contains(text);
		};
	}

	private static HttpResponse<String> signIn(TestingDemo demo, JsonNode account) throws Exception {
		return submit(demo.address("district").resolve("/sign-in"),
				Map.of("username", account.required("username").asString(), "password", account.required("password").asString()));
	}

	/** Opens the page in a browser of its own, fills its form in, and follows to where it leads. */
	private static HttpResponse<String> submit(URI page, Map<String, String> fields) throws IOException, InterruptedException {
		try (HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager())
				.followRedirects(Redirect.NORMAL).build()) {
			Matcher token = TOKEN.matcher(browser.send(request(page).build(), BodyHandlers.ofString()).body());
			assertThat(token.find()).isTrue();
			Map<String, String> all = new LinkedHashMap<>(fields);
			all.put("_csrf", token.group(1));
			String form = all.entrySet().stream()
					.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&"));
			return browser.send(request(page).header("Content-Type", "application/x-www-form-urlencoded")
					.POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
		}
	}

	private static HttpRequest.Builder request(URI page) {
		return HttpRequest.newBuilder(page).header("Accept", "text/html").header("Accept-Language", "en");
	}
}
