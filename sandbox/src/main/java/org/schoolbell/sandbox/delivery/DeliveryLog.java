package org.schoolbell.sandbox.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.phone.Phone;
import org.schoolbell.sandbox.phone.Platform;

/**
 * The latest deliveries, in memory; when it is full the oldest makes room. Safe for use by many threads. A reader that falls behind by
 * more than {@code keep} sees a gap in {@link Delivery#seq()}.
 */
public final class DeliveryLog implements AutoCloseable {
	/** How many are kept unless told otherwise. */
	public static final int DEFAULT_KEEP = 100_000;

	private final InstantSource clock;
	private final @Nullable Delivery[] ring;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition changed = lock.newCondition();
	private long first = 1;
	private long next = 1;
	private long clears;
	private boolean closed;

	/** @param keep how many deliveries to keep, at least 1 */
	public DeliveryLog(int keep, InstantSource clock) {
		if (keep < 1) {
			throw new IllegalArgumentException("at least 1 delivery must be kept, not " + keep);
		}
		this.ring = new @Nullable Delivery[keep];
		this.clock = clock;
	}

	/** Numbers a delivery, stamps it with the time and keeps it. */
	public Delivery record(Phone phone, Message message) {
		return record(phone.platform(), phone.device(), phone.person(), message);
	}

	/** The same for what is no simulated phone. */
	public Delivery record(Platform platform, String device, String person, Message message) {
		lock.lock();
		try {
			Delivery delivery = Delivery.of(next, platform, device, person, message, clock.instant());
			ring[slot(next)] = delivery;
			next++;
			first = Math.max(first, next - ring.length);
			changed.signalAll();
			return delivery;
		} finally {
			lock.unlock();
		}
	}

	/**
	 * What is kept from number {@code since} on.
	 *
	 * @param since the first number of interest; give the last page's {@code next} to go on, 0 for all
	 * @param limit how many deliveries to return at most
	 */
	public DeliveryPage since(long since, DeliveryFilter filter, int limit) {
		lock.lock();
		try {
			return read(since, filter, limit);
		} finally {
			lock.unlock();
		}
	}

	/** All that is kept. */
	public List<Delivery> all() {
		return since(0, DeliveryFilter.ALL, Integer.MAX_VALUE).deliveries();
	}

	/** A reader of its own, who learns of each delivery from number {@code since} on as it comes, and when all have been forgotten. */
	public Reader reader(long since, DeliveryFilter filter) {
		return new Reader(since, filter);
	}

	/** Waits until at least {@code count} deliveries are kept; returns what is there then, or when time is up. */
	public List<Delivery> awaitCount(int count, Duration atMost) throws InterruptedException {
		lock.lock();
		try {
			long left = atMost.toNanos();
			while (next - first < count && !closed && left > 0) {
				left = changed.awaitNanos(left);
			}
			return read(0, DeliveryFilter.ALL, Integer.MAX_VALUE).deliveries();
		} finally {
			lock.unlock();
		}
	}

	/** Forgets all deliveries; numbers go on. */
	public void clear() {
		lock.lock();
		try {
			Arrays.fill(ring, null);
			first = next;
			clears++;
			changed.signalAll();
		} finally {
			lock.unlock();
		}
	}

	/** Whether it has been closed. */
	public boolean isClosed() {
		lock.lock();
		try {
			return closed;
		} finally {
			lock.unlock();
		}
	}

	/** Sends home all who wait here, now and later. Recording and reading still work. */
	@Override
	public void close() {
		lock.lock();
		try {
			closed = true;
			changed.signalAll();
		} finally {
			lock.unlock();
		}
	}

	private DeliveryPage read(long since, DeliveryFilter filter, int limit) {
		List<Delivery> found = new ArrayList<>();
		// A number that has not been given yet comes from a reader of an earlier process, who has seen nothing of this one.
		long seq = since > next ? first : Math.max(first, since);
		while (seq < next && found.size() < limit) {
			Delivery delivery = ring[slot(seq)];
			if (delivery != null && filter.test(delivery)) {
				found.add(delivery);
			}
			seq++;
		}
		return new DeliveryPage(seq, found);
	}

	private int slot(long seq) {
		return (int) (seq % ring.length);
	}

	/** @param cleared whether all that was read before has been forgotten; {@code deliveries} came since then */
	public record Batch(boolean cleared, List<Delivery> deliveries) {}

	/** One who goes through the deliveries; for one thread. */
	public final class Reader {
		private static final int AT_ONCE = 500;
		private final DeliveryFilter filter;
		private long position;
		private long clearsSeen;

		private Reader(long since, DeliveryFilter filter) {
			this.filter = filter;
			this.position = since;
			lock.lock();
			try {
				this.clearsSeen = clears;
			} finally {
				lock.unlock();
			}
		}

		/** What is new; waits for it if there is nothing yet, and returns an empty batch when time is up or the log has been closed. */
		public Batch next(Duration atMost) throws InterruptedException {
			lock.lock();
			try {
				long left = atMost.toNanos();
				DeliveryPage page = read(position, filter, AT_ONCE);
				while (page.deliveries().isEmpty() && clears == clearsSeen && !closed && left > 0) {
					left = changed.awaitNanos(left);
					page = read(page.next(), filter, AT_ONCE);
				}
				Batch batch = new Batch(clears != clearsSeen, page.deliveries());
				position = page.next();
				clearsSeen = clears;
				return batch;
			} finally {
				lock.unlock();
			}
		}
	}
}
