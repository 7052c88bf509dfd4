package org.schoolbell.sandbox.sample;

/** What a made-up person wants to hear of Assignments, for every student they may see. */
public sealed interface SampleChoice {

	/** Every score. */
	record Every() implements SampleChoice {}

	/**
	 * Only scores below a percentage.
	 *
	 * @param percent
	 *            0 to 100; exactly this much is not told
	 */
	record Below(int percent) implements SampleChoice {}

	/** Nothing. */
	record Off() implements SampleChoice {}
}
