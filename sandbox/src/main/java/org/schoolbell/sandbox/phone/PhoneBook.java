package org.schoolbell.sandbox.phone;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All simulated phones. Safe for use by many threads; the maps and sets it hands out are live views, so that a phone counts from the
 * moment it is added.
 */
public final class PhoneBook {
	private final String defaultTopic;
	private final InstantSource clock;
	private final Map<String, Phone> byDevice = new ConcurrentHashMap<>();
	private final Map<String, Phone> byToken = new ConcurrentHashMap<>();
	private final Map<String, Set<String>> tokensByTopic = new ConcurrentHashMap<>();
	private final Map<String, Instant> goneSince = new ConcurrentHashMap<>();

	/** @param defaultTopic the app of phones that name none */
	public PhoneBook(String defaultTopic, InstantSource clock) {
		this.defaultTopic = defaultTopic;
		this.clock = clock;
	}

	/** Adds a phone; a token that had gone is back, and a device that comes with a new token has lost its old one, as after a reinstallation. */
	public synchronized void add(Phone phone) {
		Phone previous = byDevice.put(phone.device(), phone);
		if (previous != null && !previous.token().equals(phone.token())) {
			goneSince.put(previous.token().value(), clock.instant());
		}
		String token = phone.token().value();
		byToken.put(token, phone);
		tokensByTopic.values().forEach(tokens -> tokens.remove(token));
		if (phone.platform() == Platform.APNS) {
			tokensByTopic.computeIfAbsent(topicOf(phone), _ -> ConcurrentHashMap.newKeySet()).add(token);
		}
		goneSince.remove(token);
	}

	public void addAll(Collection<Phone> phones) {
		phones.forEach(this::add);
	}

	/**
	 * Takes the app off a phone: from now on its token has been unregistered.
	 *
	 * @return whether there was such a phone
	 */
	public synchronized boolean uninstall(String device) {
		Phone phone = byDevice.remove(device);
		if (phone == null) {
			return false;
		}
		goneSince.put(phone.token().value(), clock.instant());
		return true;
	}

	/** The phone that a token was made for, also if the app has gone from it since. */
	public Optional<Phone> withToken(String token) {
		return Optional.ofNullable(byToken.get(token));
	}

	/** The phone that has this name now. */
	public Optional<Phone> named(String device) {
		return Optional.ofNullable(byDevice.get(device));
	}

	public List<Phone> phones() {
		return List.copyOf(byDevice.values());
	}

	/** The app that a phone's token belongs to. */
	public String topicOf(Phone phone) {
		return phone.topic() == null ? defaultTopic : phone.topic();
	}

	/** A live view: for each app the tokens made for it, those included that have gone. */
	public Map<String, Set<String>> tokensByTopic() {
		return Collections.unmodifiableMap(tokensByTopic);
	}

	/** A live view: since when a token has been unregistered. */
	public Map<String, Instant> goneSince() {
		return Collections.unmodifiableMap(goneSince);
	}
}
