package org.schoolbell.district.staging;

import java.util.ArrayList;
import java.util.List;

/**
 * Words about a file's lines: all are counted, the first are kept.
 *
 * @param first in the order in which they were found
 * @param count of all
 */
public record Remarks(List<Remark> first, long count) {
	/** How many are kept of one sort, so that a file of nothing but faults stays small in memory. */
	public static final int MOST_KEPT = 100;

	public Remarks {
		first = List.copyOf(first);
	}

	/** Collects remarks as they come. Not thread-safe. */
	public static final class Builder {
		private final List<Remark> first = new ArrayList<>();
		private long count;

		public void add(Remark remark) {
			count++;
			if (first.size() < MOST_KEPT) {
				first.add(remark);
			}
		}

		public Remarks build() {
			return new Remarks(first, count);
		}
	}
}
