package org.schoolbell.district.event;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a teacher may flag a score as. Tables keep a set of flags as the sum of their bits, so a bit is never used twice. */
public enum Flag {
	TURNED_IN(1), MISSING(2), LATE(4), INCOMPLETE(8), EXEMPT(16), DROPPED(32), CHEATED(64);

	private final int bit;

	Flag(int bit) {
		this.bit = bit;
	}

	/** @return the flags as bits */
	public static int toBits(Collection<Flag> flags) {
		int bits = 0;
		for (Flag flag : flags) {
			bits |= flag.bit;
		}
		return bits;
	}

	/** @return the flags of these bits; unknown bits are an error, since a newer server must have written them */
	public static Set<Flag> ofBits(int bits) {
		Set<Flag> flags = EnumSet.noneOf(Flag.class);
		for (Flag flag : values()) {
			if ((bits & flag.bit) != 0) {
				flags.add(flag);
			}
		}
		if (toBits(flags) != bits) {
			throw new IllegalArgumentException("Unknown flags in bits " + bits);
		}
		return flags;
	}
}
