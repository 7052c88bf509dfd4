package org.schoolbell.wire;

import java.util.ArrayList;
import java.util.List;

/** Packs pushes into as few batches as both limits allow, keeping their order. Immutable and thread-safe. */
public final class BatchSplitter {
	/** More than what a batch needs around its pushes: its id, two times and the names of its fields. */
	private static final int ENVELOPE_BYTES = 256;
	private static final int COMMA = 1;

	private final WireCodec codec;

	public BatchSplitter(WireCodec codec) {
		this.codec = codec;
	}

	/** The same pushes in the same order, in groups that each make a {@link PushBatch} within {@link WireLimits}; none for no pushes. */
	public List<List<Push>> split(List<Push> pushes) {
		List<List<Push>> groups = new ArrayList<>();
		List<Push> group = new ArrayList<>();
		int bytes = ENVELOPE_BYTES;
		for (Push push : pushes) {
			// No push comes near the limit by itself: its fields' own bounds sum up to less than 64 KiB.
			int size = codec.size(push) + COMMA;
			if (group.size() == WireLimits.MAX_PUSHES || bytes + size > WireLimits.MAX_BYTES) {
				groups.add(List.copyOf(group));
				group.clear();
				bytes = ENVELOPE_BYTES;
			}
			group.add(push);
			bytes += size;
		}
		if (!group.isEmpty()) {
			groups.add(List.copyOf(group));
		}
		return groups;
	}
}
