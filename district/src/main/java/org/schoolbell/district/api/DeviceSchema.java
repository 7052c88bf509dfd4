package org.schoolbell.district.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.schoolbell.district.device.Endpoint.ApnsEnvironment;
import org.schoolbell.district.device.OwnDevice.Platform;

/**
 * How the description shows the body of {@code POST /api/v1/devices}; {@link DeviceItem} reads it.
 *
 * @param token APNS: hexadecimal; FCM: the registration token
 * @param topic APNS: the app's bundle id
 * @param environment APNS: which of Apple's services issued the token
 * @param subscription WEB_PUSH: the browser's PushSubscription, as its toJSON() gives it
 * @param applicationServerKey WEB_PUSH: the key that it subscribed with, base64url
 * @param sealKeys APNS, FCM: what the app opens sealed messages with, where a person hides details on the lock screen; left out: it cannot
 * @param name what the device is called, 1 to 100 characters; left out: as the browser calls itself
 * @param pushOn your switch for pushes to this device; left out: as it is, on at first
 */
@Schema(name = "Device")
record DeviceSchema(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) Platform platform, @Nullable String token, @Nullable String topic,
		@Nullable ApnsEnvironment environment, @Nullable Subscription subscription, @Nullable String applicationServerKey,
		@Nullable Keys sealKeys, @Nullable String name, @Nullable Boolean pushOn) {
	/** A browser's PushSubscription. */
	@Schema(name = "PushSubscription")
	record Subscription(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String endpoint, @Nullable Long expirationTime,
			@Schema(requiredMode = Schema.RequiredMode.REQUIRED) Keys keys) {}

	/** With which a message to the device is sealed, base64url (RFC 8291). */
	@Schema(name = "SealKeys")
	record Keys(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String p256dh,
			@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String auth) {}
}
