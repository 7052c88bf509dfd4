package org.schoolbell.district.portal;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the template of Today is given.
 *
 * @param chosen the number of the student it is about, null for all
 * @param day what day it is
 * @param newSince heading of the news
 * @param lines the newest news
 */
public record TodayView(Reader reader, @Nullable Long chosen, String day, String newSince, List<LineView> lines, Pressing pressing) {
	/**
	 * What is due and missing.
	 *
	 * @param more whether there is more than is shown
	 * @param closed whether the school keeps something closed
	 */
	public record Pressing(List<WorkView> works, boolean more, boolean closed) {}
}
