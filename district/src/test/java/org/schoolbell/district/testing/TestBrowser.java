package org.schoolbell.district.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.schoolbell.district.testing.TestClient.Reply;

/** A browser: it keeps cookies, fills in the forms that it is shown, and follows no redirect by itself. */
public final class TestBrowser implements AutoCloseable {
	private static final String HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();
	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
	private final int port;

	/** @param port of the server on this machine */
	public TestBrowser(int port) {
		this.port = port;
	}

	/** @return a request that a browser sends when its user goes to an address */
	public HttpRequest.Builder request(String address) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port).resolve(address)).header("Accept", HTML);
	}

	public Reply get(String address) {
		return send(request(address));
	}

	/** Sends a form with the token of the page where it stands. */
	public Reply submit(String page, String action, Map<String, String> fields) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("_csrf", token(get(page)));
		return post(action, all);
	}

	public Reply post(String action, Map<String, String> fields) {
		String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + TestClient.encoded(field.getValue()))
				.collect(Collectors.joining("&"));
		return send(request(action).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
	}

	/** Signs in, to wherever it leads. */
	public Reply signIn(String username, String password) {
		return submit("/sign-in", "/sign-in", Map.of("username", username, "password", password));
	}

	/** @return what a page's form sends along */
	public static String token(Reply page) {
		Matcher matcher = TOKEN.matcher(page.text());
		if (!matcher.find()) {
			throw new AssertionError("There is no form on this page: " + page.status() + " " + page.text());
		}
		return matcher.group(1);
	}

	/** @return the value of one of the cookies */
	public Optional<String> cookie(String name) {
		return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
				.map(cookie -> cookie.getValue())
				.findFirst();
	}

	public Reply send(HttpRequest.Builder request) {
		try {
			return new Reply(http.send(request.build(), BodyHandlers.ofString()));
		} catch (IOException e) {
			throw new IllegalStateException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		http.close();
	}
}
