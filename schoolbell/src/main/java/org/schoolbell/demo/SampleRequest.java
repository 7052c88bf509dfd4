package org.schoolbell.demo;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a person asked of the sample on the command line; null where nothing was said.
 *
 * @param students how many students
 * @param seed from which everything is drawn
 * @param date a day in the Active year
 */
public record SampleRequest(@Nullable Integer students, @Nullable Long seed, @Nullable LocalDate date) {
	/** What a first start takes where nothing was said. */
	public static final int STUDENTS = 1_200;
	/** What a first start takes where nothing was said. */
	public static final long SEED = 1;

	Sample onFirstStart(LocalDate today) {
		return new Sample(students == null ? STUDENTS : students, seed == null ? SEED : seed, date == null ? today : date);
	}

	/** Whether what was asked for is what the data were made of. */
	boolean agreesWith(Sample sample) {
		return (students == null || students == sample.students()) && (seed == null || seed == sample.seed())
				&& (date == null || date.equals(sample.date()));
	}
}
