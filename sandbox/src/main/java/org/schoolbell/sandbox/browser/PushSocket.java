package org.schoolbell.sandbox.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.sandbox.phone.Endpoints;
import org.schoolbell.sandbox.phone.Face;

/** One browser's connection. Messages come one after the other, and a thread of its own sends, so that whoever has something to send never waits. */
final class PushSocket extends Endpoint implements MessageHandler.Whole<String>, Consumer<String> {
	static final String PROTOCOL = "push-notification";
	private static final Logger LOG = LoggerFactory.getLogger(PushSocket.class);
	private static final JsonMapper JSON = JsonMapper.shared();
	private static final int OK = 200;
	private static final int OPENED = 100;

	private final Browsers browsers;
	private final Endpoints endpoints;
	private final ExecutorService sender = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("push-socket").factory());
	private @Nullable Session session;
	private @Nullable Browser browser;

	PushSocket(Browsers browsers, Endpoints endpoints) {
		this.browsers = browsers;
		this.endpoints = endpoints;
	}

	@Override
	public void onOpen(Session opened, EndpointConfig config) {
		session = opened;
		if (PROTOCOL.equals(opened.getNegotiatedSubprotocol())) {
			opened.addMessageHandler(this);
		} else {
			close(opened, "speak " + PROTOCOL);
		}
	}

	@Override
	public void onMessage(String text) {
		JsonNode message;
		try {
			message = JSON.readTree(text);
		} catch (JacksonException _) {
			message = JSON.nullNode();
		}
		Session open = session;
		Browser known = browser;
		String type = message.path("messageType").asString("");
		if (message.isObject() && message.isEmpty()) {
			accept("{}");
		} else if (type.equals("hello")) {
			hello(message);
		} else if (known == null || !answer(known, type, message)) {
			LOG.warn("A browser's push socket said something unknown here, or did not say hello first; it is closed");
			if (open != null) {
				close(open, "not understood");
			}
		}
	}

	private void hello(JsonNode message) {
		Browser greeted = browsers.greet(message.path("uaid").asString(null));
		browser = greeted;
		Map<String, Object> answer = answer("hello");
		answer.put("uaid", greeted.uaid());
		answer.put("use_webpush", true);
		answer.put("broadcasts", Map.of());
		greeted.connected(this, JSON.writeValueAsString(answer));
	}

	/** @return whether it was understood */
	private boolean answer(Browser known, String type, JsonNode message) {
		String channel = message.path("channelID").asString("");
		switch (type) {
			case "register" -> register(known, channel, message.path("key").asString(null));
			case "unregister" -> {
				browsers.unregister(known, channel);
				Map<String, Object> answer = answer("unregister");
				answer.put("channelID", channel);
				accept(JSON.writeValueAsString(answer));
			}
			case "ack" -> message.path("updates").forEach(update -> browsers.acknowledged(known, update.path("version").asString(""),
					update.path("code").asInt(OPENED)));
			case "nack" -> known.failed(message.path("version").asString(""), message.path("code").asInt(0));
			case "broadcast_subscribe" -> LOG.debug("A browser asks for broadcasts, of which there are none");
			default -> {
				return false;
			}
		}
		return true;
	}

	private void register(Browser known, String channelId, @Nullable String key) {
		Channel channel = browsers.register(known, channelId, key == null ? null : key.replace("=", ""));
		Map<String, Object> answer = answer("register");
		answer.put("channelID", channelId);
		answer.put("pushEndpoint", endpoints.of(Face.MOZILLA, channel.endpoint()));
		accept(JSON.writeValueAsString(answer));
	}

	private static Map<String, Object> answer(String type) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("messageType", type);
		answer.put("status", OK);
		return answer;
	}

	/** Sends one message after those before it. */
	@Override
	public void accept(String json) {
		Session open = session;
		if (open == null) {
			return;
		}
		try {
			sender.execute(() -> {
				try {
					open.getBasicRemote().sendText(json);
				} catch (IOException e) {
					// What was not acknowledged is sent again when the browser comes back.
					LOG.debug("A browser has gone", e);
				}
			});
		} catch (RejectedExecutionException _) {
			LOG.debug("A browser has gone");
		}
	}

	private static void close(Session open, String why) {
		try {
			open.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, why));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void onClose(Session closed, CloseReason reason) {
		Browser known = browser;
		if (known != null) {
			known.disconnected(this);
		}
		sender.shutdownNow();
	}

	@Override
	public void onError(Session failed, Throwable cause) {
		LOG.debug("A browser's push socket failed", cause);
	}
}
