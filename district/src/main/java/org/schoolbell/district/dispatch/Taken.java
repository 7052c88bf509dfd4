package org.schoolbell.district.dispatch;

import java.util.List;

/**
 * What one look found.
 *
 * @param parcels to be published, in this order
 * @param looked how many pushes were looked at, those included that the last look stopped; 0 when there is nothing to do now
 */
public record Taken(List<Parcel> parcels, int looked) {
	public static final Taken NOTHING = new Taken(List.of(), 0);

	public Taken {
		parcels = List.copyOf(parcels);
	}

	int pushes() {
		return parcels.stream().mapToInt(parcel -> parcel.pushes().size()).sum();
	}
}
