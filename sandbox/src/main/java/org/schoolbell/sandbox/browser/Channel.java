package org.schoolbell.sandbox.browser;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.phone.DeviceToken;

/** One subscription of a browser. Guarded by its browser. */
final class Channel {
	private final String id;
	private final DeviceToken endpoint = DeviceToken.random();
	private final @Nullable String applicationServerKey;
	private final List<Said> said = new ArrayList<>();

	Channel(String id, @Nullable String applicationServerKey) {
		this.id = id;
		this.applicationServerKey = applicationServerKey;
	}

	/**
	 * What the browser said of a message.
	 *
	 * @param ack 100 opened and handed over, 101 not opened, 102 not handed over
	 * @param nack 301, 302 or 303 if the page's service worker failed afterwards
	 */
	record Said(String version, @Nullable Integer ack, @Nullable Integer nack, Instant at) {}

	/** The browser's own name for it. */
	String id() {
		return id;
	}

	/** The endpoint's last part. */
	DeviceToken endpoint() {
		return endpoint;
	}

	@Nullable
	String applicationServerKey() {
		return applicationServerKey;
	}

	void add(Said more) {
		said.add(more);
	}

	List<Said> said() {
		return List.copyOf(said);
	}
}
