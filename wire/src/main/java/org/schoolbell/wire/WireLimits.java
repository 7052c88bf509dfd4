package org.schoolbell.wire;

/** How large a message may be. A Web Push item is 2 to 4 KB, so either bound may come first. */
public final class WireLimits {
	/** Pushes in a batch. */
	public static final int MAX_PUSHES = 500;
	/** Bytes of a message's body. */
	public static final int MAX_BYTES = 1024 * 1024;
	/** Receipts, and batch receipts, in a message. */
	public static final int MAX_RECEIPTS = 1000;

	private WireLimits() {
	}
}
