package org.schoolbell.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebDriver BiDi connection: commands out, their answers back. Events are not subscribed to. Thread-safe. */
final class Bidi implements AutoCloseable {
	private static final long PATIENCE_SECONDS = 60;

	private final AtomicLong numbers = new AtomicLong();
	private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
	private final HttpClient http = HttpClient.newHttpClient();
	private final WebSocket socket;

	Bidi(URI address) {
		socket = http.newWebSocketBuilder().buildAsync(address, new Answers()).join();
	}

	/**
	 * @return what the browser answered
	 * @throws IllegalStateException if it refused, or did not answer
	 */
	JsonNode send(String method, Map<String, ?> parameters) {
		long number = numbers.incrementAndGet();
		CompletableFuture<JsonNode> answer = new CompletableFuture<>();
		waiting.put(number, answer);
		socket.sendText(JsonMapper.shared().writeValueAsString(Map.of("id", number, "method", method, "params", parameters)), true).join();
		try {
			JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			if (!message.path("type").asString("").equals("success")) {
				throw new IllegalStateException(
						method + ": " + message.path("error").asString("") + ": " + message.path("message").asString(""));
			}
			return message.required("result");
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} catch (ExecutionException | TimeoutException e) {
			throw new IllegalStateException(method + " had no answer", e);
		}
	}

	@Override
	public void close() {
		socket.abort();
		http.shutdownNow();
	}

	/** One message may come in several parts. */
	private final class Answers implements WebSocket.Listener {
		private final StringBuilder parts = new StringBuilder();

		@Override
		public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
			parts.append(part);
			if (last) {
				JsonNode message = JsonMapper.shared().readTree(parts.toString());
				parts.setLength(0);
				CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asLong(0));
				if (answer != null) {
					answer.complete(message);
				}
			}
			from.request(1);
			return CompletableFuture.completedStage(null);
		}
	}
}
