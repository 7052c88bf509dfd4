package org.schoolbell.district.device;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.dispatch.seal.SealKeys;

/** Where a device is reached. Whoever knows it can push to the device, so it is redacted in text. */
public sealed interface Endpoint {

	/** Which of Apple's two services issued a token. */
	enum ApnsEnvironment {
		PRODUCTION, SANDBOX
	}

	/**
	 * An app on an Apple device.
	 *
	 * @param token hexadecimal; Apple fixes no length
	 * @param topic the app's bundle id
	 * @param sealKeys what the app opens sealed messages with; null: it cannot
	 */
	record Apns(String token, String topic, ApnsEnvironment environment, @Nullable SealKeys sealKeys) implements Endpoint {
		private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{2,1000}");
		private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9.-]{1,155}");

		/** @throws IllegalArgumentException if token or topic cannot be Apple's */
		public Apns {
			require(TOKEN, token, "an APNs token is 2 to 1000 hexadecimal digits");
			require(TOPIC, topic, "an APNs topic is 1 to 155 of letters, digits, dot and hyphen");
		}

		/** An app that cannot open sealed messages. */
		public Apns(String token, String topic, ApnsEnvironment environment) {
			this(token, topic, environment, null);
		}

		@Override
		public String toString() {
			return "Apns[redacted]";
		}
	}

	/**
	 * An app on an Android device.
	 *
	 * @param token its registration token
	 * @param sealKeys what the app opens sealed messages with; null: it cannot
	 */
	record Fcm(String token, @Nullable SealKeys sealKeys) implements Endpoint {
		private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");

		/** @throws IllegalArgumentException if the token cannot be Firebase's */
		public Fcm {
			require(TOKEN, token, "an FCM token is 1 to 4096 visible ASCII characters");
		}

		/** An app that cannot open sealed messages. */
		public Fcm(String token) {
			this(token, null);
		}

		@Override
		public String toString() {
			return "Fcm[redacted]";
		}
	}

	/**
	 * A browser's subscription (RFC 8030, 8291).
	 *
	 * @param url https, of the browser's push service
	 * @param p256dh the browser's public key, base64url
	 * @param auth the browser's authentication secret, base64url
	 * @param applicationServerKey the VAPID public key that it subscribed with, base64url
	 */
	record WebPush(String url, String p256dh, String auth, String applicationServerKey) implements Endpoint {
		private static final Pattern URL = Pattern.compile("https://[!-~]{1,2040}");
		private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,200}=*");

		/** @throws IllegalArgumentException if the address is not https or a key is no base64url */
		public WebPush {
			require(URL, url, "a Web Push endpoint is an https address");
			require(KEY, p256dh, "p256dh is base64url");
			require(KEY, auth, "auth is base64url");
			require(KEY, applicationServerKey, "applicationServerKey is base64url");
		}

		@Override
		public String toString() {
			return "WebPush[redacted]";
		}
	}

	private static void require(Pattern pattern, String value, String rule) {
		if (!pattern.matcher(value).matches()) {
			// Says the rule and never the value, which is a secret.
			throw new IllegalArgumentException(rule);
		}
	}
}
