package org.schoolbell.sandbox.browser;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.delivery.DeliveryLog;
import org.schoolbell.sandbox.delivery.Message;
import org.schoolbell.sandbox.phone.Face;
import org.schoolbell.sandbox.phone.Platform;
import org.schoolbell.sandbox.webpush.SealedMessage;
import org.schoolbell.sandbox.webpush.Subscriber;
import org.schoolbell.sandbox.webpush.Subscribers;

/**
 * All browsers that have ever connected. They are kept until the process ends; one that comes back to another process is a new one, and its pages have to
 * subscribe again. Safe for use by many threads.
 */
public final class Browsers implements Subscribers {
	/** Whose deliveries are a browser's: it does not say who looks at it. */
	private static final String PERSON = "browser";

	private final DeliveryLog deliveries;
	private final InstantSource clock;
	private final Map<String, Browser> byUaid = new ConcurrentHashMap<>();
	private final Map<String, Subscribed> byEndpoint = new ConcurrentHashMap<>();
	private final Set<String> gone = ConcurrentHashMap.newKeySet();

	public Browsers(DeliveryLog deliveries, InstantSource clock) {
		this.deliveries = deliveries;
		this.clock = clock;
	}

	private record Subscribed(Browser browser, Channel channel) implements Subscriber {
		@Override
		public @Nullable String applicationServerKey() {
			return channel.applicationServerKey();
		}

		/** The browser alone can tell whether it can be opened. */
		@Override
		public boolean take(SealedMessage message) {
			browser.take(channel, message);
			return true;
		}
	}

	@Override
	public Found find(Face face, String id) {
		Subscribed known = face == Face.MOZILLA ? byEndpoint.get(id) : null;
		if (known != null) {
			return new Found.Known(known);
		}
		return gone.contains(id) ? new Found.Gone() : new Found.Unknown();
	}

	/** The browser with this name, or a new one with another. */
	Browser greet(@Nullable String uaid) {
		Browser known = uaid == null ? null : byUaid.get(uaid);
		if (known != null) {
			return known;
		}
		Browser fresh = new Browser(UUID.randomUUID().toString().replace("-", ""), clock);
		byUaid.put(fresh.uaid(), fresh);
		return fresh;
	}

	Channel register(Browser browser, String channelId, @Nullable String applicationServerKey) {
		Channel channel = browser.register(channelId, applicationServerKey);
		byEndpoint.put(channel.endpoint().value(), new Subscribed(browser, channel));
		return channel;
	}

	void unregister(Browser browser, String channelId) {
		browser.unregister(channelId).ifPresent(ended -> {
			byEndpoint.remove(ended.endpoint().value());
			gone.add(ended.endpoint().value());
		});
	}

	/** Notes what a browser said of a message among the deliveries, which have its code instead of its text. */
	void acknowledged(Browser browser, String version, int code) {
		browser.acknowledged(version, code).ifPresent(done -> {
			Map<String, Object> data = new LinkedHashMap<>();
			data.put("ack", code);
			data.put("urgency", done.message().urgency());
			data.put("ttl", done.message().ttl().toSeconds());
			deliveries.record(Platform.WEB_PUSH, done.channel().id(), PERSON,
					new Message(version, done.message().topic(), true, null, "", data));
		});
	}

	Collection<Browser> all() {
		return List.copyOf(byUaid.values());
	}
}
