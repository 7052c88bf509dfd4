package org.schoolbell.district.portal;

import java.time.LocalDate;

import org.schoolbell.district.page.Texts;

/**
 * What a row shows of a student's work.
 *
 * @param due the day in short
 */
public record WorkView(Work work, String due, ScoreShown score) {
	static WorkView of(Work work, LocalDate today, Texts texts) {
		return new WorkView(work, texts.shortWeekday(work.due()), ScoreShown.of(work.item(), today, texts));
	}

	public String title() {
		return work.item().assignment().title();
	}
}
