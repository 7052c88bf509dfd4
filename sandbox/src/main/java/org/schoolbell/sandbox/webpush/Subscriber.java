package org.schoolbell.sandbox.webpush;

import org.jspecify.annotations.Nullable;

/** Whoever has subscribed: it takes what the service accepted. Methods do not block. */
public interface Subscriber {

	/** The VAPID key that it subscribed with, in base64url; null takes what any key has signed. */
	@Nullable
	String applicationServerKey();

	/**
	 * Takes a message.
	 *
	 * @return false if it cannot be opened or says nothing to show; a real service would not notice, so this one is stricter
	 */
	boolean take(SealedMessage message);
}
