package org.schoolbell.district.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.schoolbell.wire.Receipts;

/**
 * Where pushes come from and where their outcomes go. The owner keeps each push until it has a final receipt; dispatch only carries.
 *
 * <p>One thread takes and releases, another settles: implementations stand both at once. What throws has changed nothing, and is tried again.
 */
public interface PushSource {
	/** Pushes of a parcel, at most: those of a browser take up to 4 KB each, and a message has at most 1 MiB. */
	int PARCEL = 250;

	/**
	 * Takes the most urgent pushes that may leave now, as many as keep at most {@code window} in flight. They are committed as in flight before this
	 * returns: whoever dies afterwards leaves them marked, and {@link #releaseUnanswered} finds them.
	 *
	 * @param window how many may be in flight in the whole district, 0 or more
	 */
	Taken take(int window);

	/** Puts back what has certainly not reached the broker; it may leave again at once. */
	void release(Parcel parcel);

	/**
	 * Puts back what was taken at or before this moment and has no receipt; it may leave again at once, with the same ids.
	 *
	 * @return how many
	 */
	int releaseUnanswered(Instant takenUntil);

	/**
	 * Applies what the relay said, in one transaction that is committed when this returns; only then may it be acknowledged. The same receipts once
	 * more change nothing.
	 */
	Settled settle(List<Receipts> messages);

	/** @return how many are in flight in the whole district */
	int inFlight();

	/**
	 * Waits until there may be something to take, at most this long.
	 *
	 * @throws InterruptedException if the thread is interrupted
	 */
	void await(Duration atMost) throws InterruptedException;
}
