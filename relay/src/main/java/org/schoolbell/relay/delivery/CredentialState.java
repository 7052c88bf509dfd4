package org.schoolbell.relay.delivery;

import org.jspecify.annotations.Nullable;

/**
 * How a credential stands, for health pages.
 *
 * @param proven
 *            whether the provider has accepted anything since the process started
 * @param pausedFor
 *            why and since when it is paused; absent while it serves
 */
public record CredentialState(boolean proven, @Nullable String pausedFor) {
	public boolean paused() {
		return pausedFor != null;
	}
}
