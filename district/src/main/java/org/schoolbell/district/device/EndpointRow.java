package org.schoolbell.district.device;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.device.Endpoint.ApnsEnvironment;
import org.schoolbell.district.dispatch.seal.SealKeys;

/**
 * An endpoint as its table keeps it.
 *
 * @param platform 1 APNs, 2 FCM, 3 Web Push; never used twice
 * @param address what makes the device one and the same: token or URL
 * @param keys what else its platform needs, as JSON
 */
record EndpointRow(short platform, String address, String keys) {
	private static final short APNS = 1;
	private static final short FCM = 2;
	private static final short WEB_PUSH = 3;
	private static final JsonMapper JSON = JsonMapper.builder().build();

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Keys(@Nullable String topic, @Nullable ApnsEnvironment environment, @Nullable String p256dh, @Nullable String auth,
			@Nullable String applicationServerKey) {
		static Keys ofApp(@Nullable String topic, @Nullable ApnsEnvironment environment, @Nullable SealKeys seal) {
			return new Keys(topic, environment, seal == null ? null : seal.publicKey(), seal == null ? null : seal.secret(), null);
		}

		@Nullable
		SealKeys seal() {
			return p256dh == null || auth == null ? null : new SealKeys(p256dh, auth);
		}
	}

	static EndpointRow of(Endpoint endpoint) {
		return switch (endpoint) {
			case Endpoint.Apns apns -> row(APNS, apns.token(), Keys.ofApp(apns.topic(), apns.environment(), apns.sealKeys()));
			case Endpoint.Fcm fcm -> row(FCM, fcm.token(), Keys.ofApp(null, null, fcm.sealKeys()));
			case Endpoint.WebPush web ->
				row(WEB_PUSH, web.url(), new Keys(null, null, web.p256dh(), web.auth(), web.applicationServerKey()));
		};
	}

	static Endpoint read(ResultSet row) throws SQLException {
		String address = row.getString("endpoint");
		Keys keys = JSON.readValue(row.getString("keys"), Keys.class);
		int platform = row.getInt("platform");
		return switch (platform) {
			case APNS -> new Endpoint.Apns(address, present(keys.topic), present(keys.environment), keys.seal());
			case FCM -> new Endpoint.Fcm(address, keys.seal());
			case WEB_PUSH -> new Endpoint.WebPush(address, present(keys.p256dh), present(keys.auth), present(keys.applicationServerKey));
			default -> throw unknown(platform);
		};
	}

	private static IllegalStateException unknown(int platform) {
		return new IllegalStateException("A device has the platform " + platform + ", which a newer server must have written");
	}

	/** @return the platform that a table's number means */
	static OwnDevice.Platform platform(int number) {
		return switch (number) {
			case APNS -> OwnDevice.Platform.APNS;
			case FCM -> OwnDevice.Platform.FCM;
			case WEB_PUSH -> OwnDevice.Platform.WEB_PUSH;
			default -> throw unknown(number);
		};
	}

	/** @return what is unique to a device of this district */
	byte[] hash() {
		return Sha256.of((platform + ":" + address).getBytes(StandardCharsets.UTF_8));
	}

	private static EndpointRow row(short platform, String address, Keys keys) {
		return new EndpointRow(platform, address, JSON.writeValueAsString(keys));
	}

	private static <T> T present(@Nullable T key) {
		if (key == null) {
			throw new IllegalStateException("A device lacks a key of its platform");
		}
		return key;
	}

	@Override
	public String toString() {
		return "EndpointRow[redacted]";
	}
}
