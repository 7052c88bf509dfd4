package org.schoolbell.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.webpush.TestingSender;
import org.schoolbell.sandbox.webpush.WebPushStandIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The push socket as Firefox uses it: the same words, in the same order. */
class PushSocketTest extends RunningSandbox {
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final byte[] SEALED = {1, 2, 3, 4, 5};

	@Autowired
	private WebPushStandIn webPush;

	@Test
	void aMessageGoesToTheBrowserAsItCameAndItsWordForItIsKept() throws Exception {
		try (TestingSender sender = new TestingSender(webPush); TestingFirefox firefox = connect(null)) {
			String endpoint = firefox.register("c-1", sender.applicationServerKey() + "=");

			assertThat(sender.send(sender.push(URI.create(endpoint), SEALED)).statusCode()).isEqualTo(201);

			JsonNode told = firefox.next();
			assertThat(told.path("messageType").asString()).isEqualTo("notification");
			assertThat(told.path("channelID").asString()).isEqualTo("c-1");
			assertThat(Base64.getUrlDecoder().decode(told.path("data").asString())).isEqualTo(SEALED);
			assertThat(told.path("headers").path("encoding").asString()).isEqualTo("aes128gcm");
			String version = told.path("version").asString();
			firefox.say(Map.of("messageType", "ack", "updates", List.of(Map.of("channelID", "c-1", "version", version, "code", 101))));

			await().until(() -> !get("/deliveries?device=c-1").path("deliveries").isEmpty());
			JsonNode delivery = get("/deliveries?device=c-1").path("deliveries").path(0);
			assertThat(delivery.path("id").asString()).isEqualTo(version);
			assertThat(delivery.path("data").path("ack").asInt()).isEqualTo(101);
			firefox.say(Map.of("messageType", "nack", "version", version, "code", 302));
			await().until(() -> channel("c-1").path("said").size() == 2);
			assertThat(channel("c-1").path("said").path(1).path("nack").asInt()).isEqualTo(302);
		}
	}

	@Test
	void whoIsAwayGetsEverythingAtTheNextHelloUntilItIsAcknowledged() throws Exception {
		try (TestingSender sender = new TestingSender(webPush)) {
			String uaid;
			String endpoint;
			try (TestingFirefox firefox = connect(null)) {
				uaid = firefox.uaid();
				endpoint = firefox.register("c-2", sender.applicationServerKey());
			}
			await().until(() -> !browserOf("c-2").path("connected").asBoolean());
			sender.send(sender.push(URI.create(endpoint), new byte[]{1}).setHeader("Topic", "a".repeat(32)));
			sender.send(sender.push(URI.create(endpoint), new byte[]{2}).setHeader("Topic", "a".repeat(32)));
			sender.send(sender.push(URI.create(endpoint), new byte[]{3}).setHeader("Topic", "b".repeat(32)));
			sender.send(sender.push(URI.create(endpoint), new byte[]{4}).setHeader("Topic", "c".repeat(32)).setHeader("TTL", "0"));

			try (TestingFirefox back = connect(uaid)) {
				assertThat(back.uaid()).isEqualTo(uaid);
				assertThat(List.of(back.next().path("data").asString(), back.next().path("data").asString())).containsExactly("Ag", "Aw");
			}
			try (TestingFirefox again = connect(uaid)) {
				JsonNode told = again.next();
				assertThat(told.path("data").asString()).as("not acknowledged").isEqualTo("Ag");
				again.say(Map.of("messageType", "ack", "updates",
						List.of(Map.of("channelID", "c-2", "version", told.path("version").asString(), "code", 100))));
				await().until(() -> browserOf("c-2").path("waiting").asInt() == 1);
			}
		}
	}

	@Test
	void onlyTheKeyThatItSubscribedWithReachesABrowserAndNobodyOnceItHasEnded() throws Exception {
		try (TestingSender sender = new TestingSender(webPush);
				TestingSender stranger = new TestingSender(webPush);
				TestingFirefox firefox = connect("0123456789abcdef0123456789abcdef")) {
			assertThat(firefox.uaid()).as("unknown here").isNotEqualTo("0123456789abcdef0123456789abcdef");
			URI endpoint = URI.create(firefox.register("c-3", sender.applicationServerKey()));
			assertThat(stranger.send(stranger.push(endpoint, SEALED)).statusCode()).isEqualTo(401);

			firefox.say(Map.of("messageType", "unregister", "channelID", "c-3"));
			assertThat(firefox.next().path("status").asInt()).isEqualTo(200);
			assertThat(sender.send(sender.push(endpoint, SEALED)).statusCode()).isEqualTo(410);

			firefox.say(Map.of());
			assertThat(firefox.next().isEmpty()).as("the answer to a ping").isTrue();
			firefox.say(Map.of("messageType", "broadcast_subscribe", "broadcasts", Map.of("remote-settings/monitor_changes", "v1")));
			firefox.say(Map.of());
			assertThat(firefox.next().isEmpty()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"{\"messageType\":\"register\",\"channelID\":\"c-9\"}", "hello", "[]", "{\"messageType\":\"dance\"}"})
	void whoDoesNotSayHelloFirstIsSentAway(String first) throws Exception {
		try (TestingFirefox stranger = TestingFirefox.open(http(), port(), "http://localhost:" + port())) {
			stranger.sayText(first);
			assertThat(stranger.awaitClose()).isTrue();
		}
	}

	@Test
	void aPageOfAnotherSiteDoesNotGetIn() {
		assertThatThrownBy(() -> TestingFirefox.open(http(), port(), "https://evil.example")).isInstanceOf(CompletionException.class);
	}

	@Test
	void thePhonePageIsStillWhereItWas() throws Exception {
		assertThat(send(at("/")).statusCode()).isEqualTo(200);
		assertThat(send(at("/")).body()).contains("<html");
	}

	private TestingFirefox connect(@Nullable String uaid) throws Exception {
		TestingFirefox firefox = TestingFirefox.open(http(), port(), "ws://127.0.0.1:" + port() + "/");
		firefox.hello(uaid);
		return firefox;
	}

	private JsonNode browserOf(String channel) throws Exception {
		return get("/browsers").path("browsers").valueStream().filter(
				browser -> browser.path("channels").valueStream().anyMatch(one -> one.path("channelID").asString().equals(channel)))
				.findFirst().orElseThrow();
	}

	private JsonNode channel(String name) throws Exception {
		return browserOf(name).path("channels").valueStream().filter(one -> one.path("channelID").asString().equals(name)).findFirst()
				.orElseThrow();
	}

	/** What Firefox says, without the browser. */
	private static final class TestingFirefox implements WebSocket.Listener, AutoCloseable {
		private static final String CLOSED = "\"closed\"";
		private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
		private final StringBuilder part = new StringBuilder();
		private @Nullable WebSocket socket;
		private @Nullable String uaid;

		static TestingFirefox open(HttpClient http, int port, @Nullable String origin) {
			TestingFirefox firefox = new TestingFirefox();
			WebSocket.Builder builder = http.newWebSocketBuilder().subprotocols("push-notification");
			if (origin != null) {
				builder.header("Origin", origin);
			}
			firefox.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/"), firefox).join();
			return firefox;
		}

		void hello(@Nullable String known) throws Exception {
			say(known == null
					? Map.of("messageType", "hello", "use_webpush", true, "broadcasts", Map.of())
					: Map.of("messageType", "hello", "use_webpush", true, "uaid", known));
			JsonNode answer = next();
			assertThat(answer.path("messageType").asString()).isEqualTo("hello");
			assertThat(answer.path("status").asInt()).isEqualTo(200);
			assertThat(answer.path("use_webpush").asBoolean()).isTrue();
			uaid = answer.path("uaid").asString();
		}

		String uaid() {
			return String.valueOf(uaid);
		}

		String register(String channel, String key) throws Exception {
			say(Map.of("messageType", "register", "channelID", channel, "key", key));
			JsonNode answer = next();
			assertThat(answer.path("status").asInt()).isEqualTo(200);
			assertThat(answer.path("channelID").asString()).isEqualTo(channel);
			return answer.path("pushEndpoint").asString();
		}

		void say(Map<String, Object> message) {
			sayText(JSON.writeValueAsString(message));
		}

		void sayText(String text) {
			if (socket != null) {
				socket.sendText(text, true).join();
			}
		}

		JsonNode next() throws Exception {
			String text = heard.poll(20, TimeUnit.SECONDS);
			assertThat(text).as("a message").isNotNull();
			return JSON.readTree(text);
		}

		boolean awaitClose() throws Exception {
			return CLOSED.equals(heard.poll(20, TimeUnit.SECONDS));
		}

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
			part.append(data);
			if (last) {
				heard.add(part.toString());
				part.setLength(0);
			}
			from.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
			heard.add(CLOSED);
			return null;
		}

		@Override
		public void close() {
			if (socket != null) {
				socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)
						.exceptionally(_ -> null).join();
			}
		}
	}
}
