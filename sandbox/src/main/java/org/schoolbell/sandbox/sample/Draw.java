package org.schoolbell.sandbox.sample;

import java.util.List;

/**
 * Chance without a sequence: a value that depends only on the seed and on what it is drawn for, so that anything can be derived alone and in any order.
 * Whole numbers only, since they come out alike on every machine. The mixing function is SplitMix64's (Steele, Lea, Flood: Fast Splittable Pseudorandom
 * Number Generators, 2014).
 */
record Draw(long state) {
	private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
	private static final long FNV_PRIME = 0x100000001b3L;

	static Draw seeded(long seed) {
		return new Draw(mix(seed + GOLDEN_GAMMA));
	}

	/** The draw for one more number: another number, another draw. */
	Draw of(long number) {
		return new Draw(mix(state + GOLDEN_GAMMA * (number + 1)));
	}

	/** The draw for a purpose, such as {@code "grade"}, or for something with a name. */
	Draw of(String name) {
		long hash = state;
		for (int i = 0; i < name.length(); i++) {
			hash = (hash ^ name.charAt(i)) * FNV_PRIME;
		}
		return new Draw(mix(hash + GOLDEN_GAMMA));
	}

	/** From 0 to below the bound. */
	int below(int bound) {
		return (int) Long.remainderUnsigned(state, bound);
	}

	/** From the lowest to the highest, both included. */
	int between(int lowest, int highest) {
		return lowest + below(highest - lowest + 1);
	}

	boolean percent(int share) {
		return below(100) < share;
	}

	<T> T from(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	private static long mix(long value) {
		long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
		z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
		return z ^ (z >>> 31);
	}
}
