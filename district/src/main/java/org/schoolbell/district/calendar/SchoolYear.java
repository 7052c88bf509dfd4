package org.schoolbell.district.calendar;

import java.time.LocalDate;

/** A school year; whether it is the Active one is said beside it. Its end is exclusive. */
record SchoolYear(long id, String title, LocalDate starts, LocalDate ends) {
	boolean holds(LocalDate day) {
		return !day.isBefore(starts) && day.isBefore(ends);
	}
}
