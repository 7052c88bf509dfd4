package org.schoolbell.sandbox.browser;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.webpush.SealedMessage;

/** One browser, connected or away, with what waits for it. Safe for use by many threads; nothing blocks. */
final class Browser {
	private final String uaid;
	private final InstantSource clock;
	private final Map<String, Channel> channels = new LinkedHashMap<>();
	private final Map<String, Waiting> waiting = new LinkedHashMap<>();
	/** Takes what is sent to the browser, in order and without blocking; null while it is away. */
	private @Nullable Consumer<String> connection;

	Browser(String uaid, InstantSource clock) {
		this.uaid = uaid;
		this.clock = clock;
	}

	/** The name that it has from us. */
	String uaid() {
		return uaid;
	}

	/** It is here: after the greeting it gets what waits, also what it had got before and never acknowledged. */
	synchronized void connected(Consumer<String> to, String greeting) {
		connection = to;
		to.accept(greeting);
		Instant now = clock.instant();
		waiting.values().removeIf(message -> !now.isBefore(message.expiresAt()));
		waiting.values().forEach(message -> to.accept(message.json()));
	}

	/** It is away, unless it has come back by another connection meanwhile. */
	synchronized void disconnected(Consumer<String> from) {
		if (Objects.equals(connection, from)) {
			connection = null;
		}
	}

	synchronized boolean isConnected() {
		return connection != null;
	}

	/** Makes a subscription, or finds the one that has this name. */
	synchronized Channel register(String channelId, @Nullable String applicationServerKey) {
		return channels.computeIfAbsent(channelId, id -> new Channel(id, applicationServerKey));
	}

	/** Ends a subscription, and what waits for it. */
	synchronized Optional<Channel> unregister(String channelId) {
		Channel ended = channels.remove(channelId);
		waiting.values().removeIf(message -> message.channel() == ended);
		return Optional.ofNullable(ended);
	}

	/** Sends a message, and keeps it until it is acknowledged or nobody needs it any more. */
	synchronized void take(Channel channel, SealedMessage message) {
		Waiting next = new Waiting(channel, UUID.randomUUID().toString(), message, clock.instant().plus(message.ttl()));
		waiting.values().removeIf(next::replaces);
		if (connection == null && message.ttl().isZero()) {
			return;
		}
		waiting.put(next.version(), next);
		if (connection != null) {
			connection.accept(next.json());
		}
	}

	/** What the browser made of a message; empty if it had been acknowledged before. */
	synchronized Optional<Waiting> acknowledged(String version, int code) {
		Waiting done = waiting.remove(version);
		if (done != null) {
			done.channel().add(new Channel.Said(version, code, null, clock.instant()));
		}
		return Optional.ofNullable(done);
	}

	/** The page's service worker failed on a message. */
	synchronized void failed(String version, int code) {
		for (Channel channel : channels.values()) {
			if (channel.said().stream().anyMatch(said -> said.version().equals(version))) {
				channel.add(new Channel.Said(version, null, code, clock.instant()));
			}
		}
	}

	synchronized Collection<Channel> channels() {
		return List.copyOf(channels.values());
	}

	synchronized int waiting() {
		return waiting.size();
	}
}
