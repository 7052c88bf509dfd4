package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a teacher says of an assignment.
 *
 * @param title as families read it
 * @param category one of {@link Grids#categories()}, null for none
 * @param due in the district's zone
 * @param points the points possible; null where only a mark is given
 * @param shown whether the portals show it
 * @param counts whether it counts toward the grade
 */
public record AssignmentDraft(String title, @Nullable Long category, LocalDate due, @Nullable BigDecimal points, boolean shown,
		boolean counts) {
	/** Of the title, in characters. */
	public static final int LONGEST_TITLE = 200;

	/** Points of equal worth are equal, however they were written. */
	public AssignmentDraft {
		if (points != null) {
			points = points.signum() == 0 ? BigDecimal.ZERO : points.stripTrailingZeros();
			points = points.scale() < 0 ? points.setScale(0) : points;
		}
	}

	/** @return whether both have the same points possible, or none */
	boolean hasPointsOf(AssignmentDraft other) {
		if (points == null || other.points == null) {
			return points == null && other.points == null;
		}
		return points.compareTo(other.points) == 0;
	}
}
