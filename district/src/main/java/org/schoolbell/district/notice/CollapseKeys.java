package org.schoolbell.district.notice;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.wire.CollapseId;

/**
 * What a push replaces on its phone: an HMAC of device and slot, so that a provider learns nothing from it. The key is made once and kept in the database,
 * since another key would stack pushes instead of replacing them, after a restart or from a second server. Thread-safe.
 */
@Component
class CollapseKeys {
	private static final String ALGORITHM = "HmacSHA256";
	private static final String NAME = "collapse";
	private static final int KEY_BYTES = 32;
	private static final int BYTES = 24;

	private final SecretKeySpec key;

	CollapseKeys(JdbcClient jdbc) {
		key = new SecretKeySpec(load(jdbc), ALGORITHM);
	}

	CollapseId of(DeviceId device, UUID slot) {
		byte[] message = ByteBuffer.allocate(Long.BYTES * 3).putLong(device.value()).putLong(slot.getMostSignificantBits())
				.putLong(slot.getLeastSignificantBits()).array();
		return CollapseId.of(Arrays.copyOf(hmac(message), BYTES));
	}

	private byte[] hmac(byte[] message) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			return mac.doFinal(message);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
		}
	}

	/** Of several servers that start at once, the first makes the key and all read it. */
	private static byte[] load(JdbcClient jdbc) {
		byte[] made = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(made);
		jdbc.sql("INSERT INTO notice.secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING").param(NAME).param(made).update();
		return jdbc.sql("SELECT value FROM notice.secret WHERE name = ?").param(NAME).query(byte[].class).single();
	}
}
