package org.schoolbell.sandbox.phone;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A simulated browser's push subscription.
 *
 * @param applicationServerKey the VAPID key it was made with, in base64url: only what that key has signed is for it; null takes any
 */
public record Subscription(Face face, PushKeys keys, @Nullable String applicationServerKey) {
	/** 65 bytes that begin with 4. */
	private static final Pattern POINT = Pattern.compile("B[A-P][A-Za-z0-9_-]{85}");

	public Subscription {
		if (applicationServerKey != null && !POINT.matcher(applicationServerKey).matches()) {
			throw new IllegalArgumentException(
					"applicationServerKey is an uncompressed P-256 point, 87 characters of base64url that begin with B");
		}
	}

	/** Keys of a new one. */
	public static Subscription random(Face face, @Nullable String applicationServerKey) {
		return new Subscription(face, PushKeys.random(), applicationServerKey);
	}
}
