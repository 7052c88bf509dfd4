package org.schoolbell.district.notice;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.wire.PushId;

/** The one place where a push's id is made: the same notice, version and device have the same id for ever, so a repeat after a crash replaces. */
final class PushIds {
	private static final long VERSION_8 = 0x8000L;
	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private PushIds() {
	}

	/** @return a UUIDv8 (RFC 9562) of SHA-256 */
	static PushId of(UUID notice, int version, DeviceId device) {
		ByteBuffer name = ByteBuffer.allocate(Long.BYTES * 3 + Integer.BYTES).putLong(notice.getMostSignificantBits())
				.putLong(notice.getLeastSignificantBits()).putInt(version).putLong(device.value());
		ByteBuffer hash = ByteBuffer.wrap(sha256(name.array()));
		return new PushId(new UUID((hash.getLong() & ~0xF000L) | VERSION_8, (hash.getLong() >>> 2) | VARIANT));
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256", e);
		}
	}
}
