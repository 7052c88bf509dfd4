package org.schoolbell.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Debian's Firefox, a process of its own with a fresh profile, driven as its user would: pages by clicks and keys, its question for permission and its
 * notifications by the buttons in its own windows. It gets its pushes from the service that it is told of, over a WebSocket, and opens them itself.
 */
final class Firefox implements AutoCloseable {
	private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
	private static final String WINDOW = "chrome://browser/content/browser.xhtml";
	private static final String ALERT = "chrome://global/content/alerts/alert.xhtml";

	private final Process process;
	private final Bidi bidi;

	private Firefox(Process process, URI address) {
		this.process = process;
		this.bidi = new Bidi(address);
		bidi.send("session.new", Map.of("capabilities", Map.of()));
	}

	/** @param pushService where it gets its pushes from, {@code ws://...} */
	static Firefox start(String pushService) {
		try {
			Path profile = Files.createTempDirectory("schoolbell-firefox");
			Files.writeString(profile.resolve("user.js"), preferences(pushService));
			Path log = profile.resolve("firefox.log");
			Process process = new ProcessBuilder(System.getProperty("browser.firefox"), "--headless", "--no-remote", "--profile",
					profile.toString(), "--remote-debugging-port", "0", "--remote-allow-system-access", "about:blank")
					.redirectErrorStream(true).redirectOutput(log.toFile()).start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			return new Firefox(process, listening(process, log));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Pushes although it is driven from outside, notifications in windows of its own, and nothing asked of its maker's servers. */
	private static String preferences(String pushService) {
		Map<String, String> preferences = Map.ofEntries(Map.entry("dom.push.serverURL", quoted(pushService)),
				Map.entry("dom.push.testing.allowInsecureServerURL", "true"), Map.entry("dom.push.connection.enabled", "true"),
				Map.entry("alerts.useSystemBackend", "false"), Map.entry("security.notification_enable_delay", "0"),
				Map.entry("browser.shell.checkDefaultBrowser", "false"), Map.entry("browser.aboutwelcome.enabled", "false"),
				Map.entry("browser.startup.homepage_override.mstone", quoted("ignore")),
				Map.entry("datareporting.policy.dataSubmissionEnabled", "false"), Map.entry("toolkit.telemetry.enabled", "false"),
				Map.entry("app.normandy.enabled", "false"), Map.entry("app.update.disabledForTesting", "true"),
				Map.entry("network.captive-portal-service.enabled", "false"), Map.entry("network.connectivity-service.enabled", "false"),
				Map.entry("browser.safebrowsing.update.enabled", "false"), Map.entry("extensions.systemAddon.update.enabled", "false"),
				Map.entry("services.settings.server", quoted("data:,#remote-settings-dummy/v1")),
				Map.entry("intl.accept_languages", quoted("en-US, en")));
		StringBuilder lines = new StringBuilder();
		preferences.forEach((name, value) -> lines.append("user_pref(\"").append(name).append("\", ").append(value).append(");\n"));
		return lines.toString();
	}

	private static String quoted(String value) {
		return '"' + value + '"';
	}

	private static URI listening(Process process, Path log) {
		Demo.await("Firefox to listen, see " + log, () -> address(log).isPresent() || !process.isAlive());
		return address(log).orElseThrow(() -> new IllegalStateException("Firefox ended before it listened, see " + log));
	}

	private static Optional<URI> address(Path log) {
		try {
			return LISTENING.matcher(Files.readString(log)).results().map(found -> URI.create(found.group(1) + "/session")).findFirst();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return a new tab at this address */
	Tab open(String address) {
		Tab tab = new Tab(bidi, bidi.send("browsingContext.create", Map.of("type", "tab")).required("context").asString());
		tab.goTo(address);
		return tab;
	}

	/** @return the tab whose address contains this, once there is one */
	Tab awaitTab(String part) {
		Demo.await("a tab at " + part, () -> tab(part).isPresent());
		return tab(part).orElseThrow();
	}

	private Optional<Tab> tab(String part) {
		return contexts(Map.of()).filter(context -> context.required("url").asString().contains(part)).findFirst()
				.map(context -> new Tab(bidi, context.required("context").asString()));
	}

	/** Presses "Allow" in the browser's own question for permission. */
	void allow() {
		String button = "document.querySelector('#notification-popup .popup-notification-primary-button')";
		Demo.await("the browser's question for permission",
				() -> shows(WINDOW, "String(!!(" + button + "?.label))").equals(Optional.of("true")));
		shows(WINDOW, button + ".click(), 'done'");
	}

	/** What one of its notifications says, as the browser itself opened and shows it. */
	record Alert(String title, String body) {}

	/** @return the newest notification on the screen */
	Optional<Alert> alert() {
		Optional<String> title = shows(ALERT, "document.getElementById('alertTitleLabel').value");
		return title.flatMap(
				said -> shows(ALERT, "document.getElementById('alertTextLabel').textContent").map(body -> new Alert(said, body)));
	}

	/** Clicks the newest notification. */
	void tapAlert() {
		shows(ALERT, "document.getElementById('alertBox').click(), 'done'");
	}

	/** @return what a script finds in the newest of the browser's own windows at this address */
	private Optional<String> shows(String window, String script) {
		return contexts(Map.of("moz:scope", "chrome")).filter(context -> context.required("url").asString().equals(window))
				.reduce((_, later) -> later).map(context -> new Tab(bidi, context.required("context").asString()).evaluate(script));
	}

	private Stream<JsonNode> contexts(Map<String, ?> scope) {
		return bidi.send("browsingContext.getTree", scope).required("contexts").valueStream();
	}

	@Override
	public void close() {
		bidi.close();
		process.destroy();
		try {
			if (!process.waitFor(20, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** One of its tabs. */
	static final class Tab {
		private static final String ENTER = "\uE007";

		private final Bidi bidi;
		private final String context;

		private Tab(Bidi bidi, String context) {
			this.bidi = bidi;
			this.context = context;
		}

		void goTo(String address) {
			bidi.send("browsingContext.navigate", Map.of("context", context, "url", address, "wait", "complete"));
		}

		/** @return what the expression comes to, as text */
		String evaluate(String expression) {
			JsonNode answer = bidi.send("script.evaluate",
					Map.of("expression", expression, "target", Map.of("context", context), "awaitPromise", true));
			if (!answer.required("type").asString().equals("success")) {
				throw new IllegalStateException(expression + ": " + answer.path("exceptionDetails").path("text").asString(""));
			}
			return answer.required("result").path("value").asString("");
		}

		/** Waits until the expression comes to true. */
		void await(String what, String expression) {
			Demo.await(what, () -> {
				try {
					return evaluate("String(" + expression + ")").equals("true");
				} catch (IllegalStateException betweenTwoPages) {
					return false;
				}
			});
		}

		/** Clicks what the selector finds, once it is there, where it is. */
		void click(String selector) {
			await("something at " + selector, "!!document.querySelector('" + selector + "')");
			JsonNode found = bidi.send("browsingContext.locateNodes",
					Map.of("context", context, "locator", Map.of("type", "css", "value", selector), "maxNodeCount", 1)).required("nodes")
					.required(0);
			evaluate("document.querySelector('" + selector + "').scrollIntoView({block: 'center', behavior: 'instant'}), ''");
			Map<String, ?> place = Map.of("type", "element", "element", Map.of("sharedId", found.required("sharedId").asString()));
			perform(Map.of("type", "pointer", "id", "mouse", "actions", List.of(
					Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", place), Map.of("type", "pointerDown", "button", 0),
					Map.of("type", "pointerUp", "button", 0))));
		}

		void type(String selector, String text) {
			click(selector);
			perform(Map.of("type", "key", "id", "keyboard", "actions", text.codePoints().mapToObj(Character::toString)
					.<Map<String, String>>mapMulti((key, actions) -> {
						actions.accept(Map.of("type", "keyDown", "value", key));
						actions.accept(Map.of("type", "keyUp", "value", key));
					}).toList()));
		}

		void pressEnter() {
			perform(Map.of("type", "key", "id", "keyboard", "actions",
					List.of(Map.of("type", "keyDown", "value", ENTER), Map.of("type", "keyUp", "value", ENTER))));
		}

		private void perform(Map<String, ?> source) {
			bidi.send("input.performActions", Map.of("context", context, "actions", List.of(source)));
		}
	}
}
