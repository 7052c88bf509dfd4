package org.schoolbell.relay.delivery;

/** Which of a credential's last 200 answers said that a token does not fit. Not thread-safe. */
final class MismatchWindow {
	private static final int SIZE = 200;
	/** With fewer answers than this a share says nothing. */
	private static final int ENOUGH = 20;
	private static final double LIMIT = 0.2;

	private final boolean[] mismatched = new boolean[SIZE];
	private int next;
	private int seen;
	private int count;

	void add(boolean mismatch) {
		count += (mismatch ? 1 : 0) - (mismatched[next] ? 1 : 0);
		mismatched[next] = mismatch;
		next = (next + 1) % SIZE;
		seen = Math.min(seen + 1, SIZE);
	}

	/** Whether so many did not fit that a setting of ours is likelier to be wrong than that many devices dead. */
	boolean suspicious() {
		return seen >= ENOUGH && count > LIMIT * seen;
	}
}
