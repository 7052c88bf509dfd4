package org.schoolbell.demo;

import java.time.LocalDate;

import org.schoolbell.sandbox.sample.SampleDistrict;

/** The three numbers that the made-up district of a data folder follows from. */
record Sample(int students, long seed, LocalDate date) {
	/** @throws DemoException if one of them is out of range */
	SampleDistrict district() {
		try {
			return SampleDistrict.of(students, seed, date);
		} catch (IllegalArgumentException e) {
			throw new DemoException("Cannot make that sample: " + e.getMessage() + ".", e);
		}
	}

	@Override
	public String toString() {
		return "--students " + students + " --seed " + seed + " --date " + date;
	}
}
