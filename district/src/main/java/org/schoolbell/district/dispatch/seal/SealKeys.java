package org.schoolbell.district.dispatch.seal;

import java.util.Base64;

/**
 * The keys that a device sealed messages are opened with gave us (RFC 8291, section 2). Redacted in text: with them and its address one could write to it.
 *
 * @param publicKey the device's point on P-256, uncompressed, 65 bytes as base64url; called {@code p256dh}
 * @param secret 16 bytes as base64url; called {@code auth}
 */
public record SealKeys(String publicKey, String secret) {
	private static final int SECRET = 16;
	private static final byte UNCOMPRESSED = 4;

	/** @throws IllegalArgumentException if they have not the form of such keys; whether the point lies on the curve is found out when sealing */
	public SealKeys {
		byte[] point = decoded(publicKey, "p256dh");
		require(point.length == P256.POINT && point[0] == UNCOMPRESSED,
				"p256dh is an uncompressed point of P-256: 65 bytes, the first a 4");
		require(decoded(secret, "auth").length == SECRET, "auth has 16 bytes");
	}

	byte[] point() {
		return Base64.getUrlDecoder().decode(publicKey);
	}

	byte[] secretBytes() {
		return Base64.getUrlDecoder().decode(secret);
	}

	private static byte[] decoded(String base64url, String name) {
		try {
			return Base64.getUrlDecoder().decode(base64url);
		} catch (IllegalArgumentException _) {
			// The original names a character of the key.
			throw new IllegalArgumentException(name + " is base64url");
		}
	}

	private static void require(boolean holds, String rule) {
		if (!holds) {
			throw new IllegalArgumentException(rule);
		}
	}

	@Override
	public String toString() {
		return "SealKeys[redacted]";
	}
}
