package org.schoolbell.district.event;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a teacher may flag a score as. Kept in tables as a set of bits, bit n for the n-th constant: append only. */
public enum Flag {
	TURNED_IN, MISSING, LATE, INCOMPLETE, EXEMPT, DROPPED, CHEATED;

	/** @return the flags as bits */
	public static int toBits(Collection<Flag> flags) {
		int bits = 0;
		for (Flag flag : flags) {
			bits |= 1 << flag.ordinal();
		}
		return bits;
	}

	/** @return the flags of these bits; unknown bits are an error, since a newer server must have written them */
	public static Set<Flag> ofBits(int bits) {
		Set<Flag> flags = EnumSet.noneOf(Flag.class);
		for (Flag flag : values()) {
			if ((bits & 1 << flag.ordinal()) != 0) {
				flags.add(flag);
			}
		}
		if (toBits(flags) != bits) {
			throw new IllegalArgumentException("Unknown flags in bits " + bits);
		}
		return flags;
	}
}
