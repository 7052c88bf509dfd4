package org.schoolbell.district.notice;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.PersonId;

/** One person's line of one event: 48 bits of the event's time, so that it is partition key and order, then a hash of event and person. */
public record NoticeId(UUID value) {
	private static final long TIME = ~0xFFFFL;
	private static final long VERSION_8 = 0x8000L;
	private static final long VARIANT = 0x8000_0000_0000_0000L;

	/** @return always the same for the same event and person; no two people share one */
	public static NoticeId of(EventId event, PersonId person) {
		UUID id = event.value();
		ByteBuffer hash = ByteBuffer.wrap(sha256(ByteBuffer.allocate(Long.BYTES * 3).putLong(id.getMostSignificantBits())
				.putLong(id.getLeastSignificantBits()).putLong(person.value()).array()));
		long high = (id.getMostSignificantBits() & TIME) | VERSION_8 | (hash.getLong() & 0xFFFL);
		return new NoticeId(new UUID(high, (hash.getLong() >>> 2) | VARIANT));
	}

	/** @return the smallest id of that millisecond: what bounds a range of ids in time, for events as for notices */
	static UUID floor(Instant moment) {
		return new UUID(moment.toEpochMilli() << 16, 0);
	}

	/** @return the event's moment, in whole milliseconds */
	public Instant time() {
		return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java platform has SHA-256", e);
		}
	}
}
