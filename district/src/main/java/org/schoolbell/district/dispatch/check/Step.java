package org.schoolbell.district.dispatch.check;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step of a check.
 *
 * @param title what is tried, a few words
 * @param says what was found, the most important first: where it failed, what that means; empty if it was not tried
 * @param took null where nothing was tried
 */
public record Step(Stage stage, Result result, Wording title, List<Wording> says, @Nullable Duration took) {
	public Step {
		says = List.copyOf(says);
	}
}
