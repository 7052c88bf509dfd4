package org.schoolbell.district.event.log;

import java.util.List;
import java.util.stream.IntStream;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;

/**
 * A part of the change log that one worker at a time decides in order: all changes of one student and one urgency are in the same lane. Lanes 0
 * to 7 hold what concerns a school day while it lasts and are claimed first, lanes 8 to 15 all else.
 */
public record Lane(int number) {
	/** Lanes of one urgency. Rows keep their lane, so with another count the lanes of old must stay claimable. */
	static final int PER_URGENCY = 8;
	private static final int URGENCIES = 2;

	/** Every lane, the urgent ones first. */
	public static final List<Lane> ALL = IntStream.range(0, PER_URGENCY * URGENCIES).mapToObj(Lane::new).toList();

	/** @throws IllegalArgumentException if there is no such lane */
	public Lane {
		if (number < 0 || number >= PER_URGENCY * URGENCIES) {
			throw new IllegalArgumentException("Lanes are 0 to " + (PER_URGENCY * URGENCIES - 1) + ", not " + number);
		}
	}

	/** @return the lane that keeps this event in order with all others of its student */
	public static Lane of(SchoolEvent event) {
		return switch (event) {
			case ScoreChanged score -> routine(score.student());
		};
	}

	/** @return whether this lane is claimed before those that are not urgent */
	public boolean urgent() {
		return number < PER_URGENCY;
	}

	private static Lane routine(PersonId root) {
		return new Lane(PER_URGENCY + place(root));
	}

	/** Students' numbers follow each other, and so do their lanes after this mixing (Fibonacci hashing) whatever step a query walks them in. */
	private static int place(PersonId root) {
		return (int) ((root.value() * 0x9E3779B97F4A7C15L) >>> 61);
	}
}
