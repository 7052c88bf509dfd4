package org.schoolbell.district.dispatch.seal;

import org.springframework.stereotype.Component;

import org.schoolbell.wire.WebPushEndpoint;
import org.schoolbell.wire.WebPushHosts;

/** The push services that this district deals with. A browser's endpoint is an address that a client chose: nobody keeps one that is not asked here. Thread-safe. */
@Component
public class PushServices {
	private final WebPushHosts hosts;

	PushServices(WebPushSettings settings) {
		hosts = WebPushHosts.of(settings.hosts());
	}

	/** @return whether the endpoint's host and port are on the operator's list */
	public boolean allow(WebPushEndpoint endpoint) {
		return hosts.allow(endpoint);
	}

	/**
	 * For whoever registers a browser.
	 *
	 * @throws IllegalArgumentException if the address is no endpoint or not on the list; it says what would be right, and never the address
	 */
	public void require(String endpoint) {
		if (!allow(new WebPushEndpoint(endpoint))) {
			throw new IllegalArgumentException("the endpoint is at none of the push services that this district deals with");
		}
	}
}
