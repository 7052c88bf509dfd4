package org.schoolbell.district.dispatch;

import java.util.List;

import org.schoolbell.wire.BatchId;
import org.schoolbell.wire.Push;

/** Pushes that leave together, 1 to {@link PushSource#PARCEL}, under the batch id that they are marked with. */
public record Parcel(BatchId batch, List<Push> pushes) {
	/** @throws IllegalArgumentException if there are none or too many */
	public Parcel {
		pushes = List.copyOf(pushes);
		if (pushes.isEmpty() || pushes.size() > PushSource.PARCEL) {
			throw new IllegalArgumentException("A parcel has 1 to " + PushSource.PARCEL + " pushes, not " + pushes.size());
		}
	}
}
