package org.schoolbell.district.preference;

import java.time.LocalDate;

/** Tells what the district's switch is about: what goes out, or would with the switch on. The page asks it; whoever decides what is told answers. */
public interface ShadowFigures {
	/** @return the pushes of this day at the schools, in one statement whose cost does not grow with the number of students */
	PushesOfDay of(LocalDate day);

	/** @return how many pushes wait to leave or for their answer, counted one by one */
	long waiting();
}
