package org.schoolbell.district.gradebook.page;

import org.jspecify.annotations.Nullable;

/**
 * What the script hears of one cell.
 *
 * @param status {@code saved}, {@code refused}, {@code more} (than possible: is it extra credit?) or {@code overtaken}
 * @param now what the score says now; null where nothing was looked at
 * @param text for the teacher, why it is not saved; null if it is
 */
record EditAnswer(String status, @Nullable Shown now, @Nullable String text) {
	/** Without the score, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "EditAnswer[" + status + "]";
	}
}
