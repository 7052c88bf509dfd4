package org.schoolbell.sandbox.sample;

/** Numbers inside sourcedIds: plain digits with leading zeros, whatever the machine's language. */
final class Digits {
	private Digits() {
	}

	static String of(int number, int width) {
		String digits = Integer.toString(number);
		return "0".repeat(Math.max(0, width - digits.length())) + digits;
	}
}
