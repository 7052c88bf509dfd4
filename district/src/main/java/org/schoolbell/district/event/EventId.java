package org.schoolbell.district.event;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The id of one change, made when it is saved: UUIDv7 (RFC 9562), 48 bits of milliseconds and 74 random bits, so that it is both partition key
 * and order.
 */
public record EventId(UUID value) {
	/**
	 * @param at the moment of the save
	 * @param random where the random bits come from; thread-safe if this method is called by several threads
	 * @return a new id
	 */
	public static EventId at(Instant at, RandomGenerator random) {
		long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
		long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
		return new EventId(new UUID(high, low));
	}

	/** @return the moment of the save, in whole milliseconds */
	public Instant time() {
		return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
	}
}
