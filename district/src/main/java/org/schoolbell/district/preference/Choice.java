package org.schoolbell.district.preference;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

/**
 * What one person wants to be told of one kind about one student.
 *
 * @param person who is told
 * @param student whom it is about; the person itself for a student's own notices
 * @param on the kind's switch; off: nothing at all, in the inbox neither
 * @param below tell only what is below this percent, 0 to 100, strictly; null: everything
 * @param missing whether missing work is told
 */
public record Choice(PersonId person, PersonId student, Kind kind, boolean on, @Nullable BigDecimal below, boolean missing) {
	private static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

	/** @throws IllegalArgumentException if the threshold is no percent */
	public Choice {
		if (below != null && (below.signum() < 0 || below.compareTo(HIGHEST) > 0)) {
			throw new IllegalArgumentException("A threshold is 0 to 100 percent");
		}
	}

	/** @return what holds for those who chose nothing: everything on, no threshold */
	public static Choice byDefault(PersonId person, PersonId student, Kind kind) {
		return new Choice(person, student, kind, true, null, true);
	}

	/** @return whether the person wants this kind at all, or for missing work that part of it */
	public boolean wants(boolean missingWork) {
		return on && (missing || !missingWork);
	}

	boolean isDefault() {
		return equals(byDefault(person, student, kind));
	}
}
