package org.schoolbell.relay.webpush;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.schoolbell.wire.WebPushHosts;

/**
 * Which push services the relay calls, and how.
 *
 * @param hosts
 *            the only hosts that are ever called, see {@link WebPushHosts}; by default those of the browsers there are. One with a port of its own is a server
 *            of the operator's, and it alone may have a private address
 * @param withoutTopic
 *            hosts that get no {@code Topic}: Google's, which throttle by it; the notification's tag replaces there
 * @param sslBundle
 *            names the Spring SSL bundle whose trust store signs the certificates of the hosts with a port; by default the JVM's authorities
 * @param answerTimeout
 *            after this long without an answer the connection counts as lost
 * @param streamsPerHost
 *            pushes in flight at one host; others wait, so that a slow host does not take all of the relay
 */
public record WebPushSettings(List<String> hosts,
		@DefaultValue({
				"fcm.googleapis.com", "jmt17.google.com"}) Set<String> withoutTopic,
		@Nullable String sslBundle,
		@DefaultValue("10s") Duration answerTimeout, @DefaultValue("500") int streamsPerHost) {

	@SuppressWarnings("ConstantValue") // The binder passes null for what the configuration leaves out.
	public WebPushSettings {
		hosts = hosts == null ? WebPushHosts.KNOWN : List.copyOf(hosts);
		try {
			WebPushHosts.of(hosts);
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException("schoolbell.relay.webpush.hosts: " + e.getMessage(), e);
		}
		withoutTopic = Set.copyOf(withoutTopic);
		require(answerTimeout.isPositive(), "answer-timeout is a positive duration such as 10s");
		require(streamsPerHost > 0, "streams-per-host is 1 or more");
	}

	WebPushHosts allowed() {
		return WebPushHosts.of(hosts);
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException("schoolbell.relay.webpush: " + rule);
		}
	}
}
