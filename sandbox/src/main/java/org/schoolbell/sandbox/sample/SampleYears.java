package org.schoolbell.sandbox.sample;

import java.time.LocalDate;
import java.time.Month;

/** The two school years of a sample: the Active one, which holds the sample's date and at least 30 days before it, and the one before. */
record SampleYears(LocalDate date, SampleYear last, SampleYear active) {

	static SampleYears around(LocalDate date) {
		LocalDate begin = rollover(date);
		return new SampleYears(date, SampleYear.from(begin.minusYears(1), false), SampleYear.from(begin, true));
	}

	/**
	 * The last rollover before the date. Years roll on 1 July; where that lies less than a month back, on 1 June, as in districts whose summer school
	 * belongs to the new year. So what happened in the weeks before the date is always this year's.
	 */
	private static LocalDate rollover(LocalDate date) {
		if (date.getMonth() == Month.JULY) {
			return LocalDate.of(date.getYear(), Month.JUNE, 1);
		}
		LocalDate july = LocalDate.of(date.getYear(), Month.JULY, 1);
		return date.isBefore(july) ? july.minusYears(1) : july;
	}
}
