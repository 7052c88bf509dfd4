package org.schoolbell.district.gradebook;

import java.util.List;

/**
 * Some of the district's records, in the order of their sourcedIds.
 *
 * @param total how many there are in all
 */
public record GradebookPage<T>(List<T> records, long total) {
	public GradebookPage {
		records = List.copyOf(records);
	}
}
