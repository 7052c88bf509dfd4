package org.schoolbell.district.preference.page;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.preference.PushSwitch;

/**
 * What the template of the page is given.
 *
 * @param now the switch as it is
 * @param mayWrite whether this reader may turn it
 * @param schools how many schools it holds for
 * @param last who turned it last; null if nobody ever did
 * @param after what came of the form that was sent before
 */
public record PushView(PushSwitch.State now, boolean mayWrite, int schools, @Nullable LastChange last, After after) {
	/** What came of a form. */
	public enum After {
		/** There was none. */
		NOTHING,
		/** It was saved. */
		SAVED,
		/** Somebody else has turned the switch since the page was opened, and nothing was saved. */
		OVERTAKEN
	}
}
