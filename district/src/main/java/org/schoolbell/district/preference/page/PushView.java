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
 * @param figures what it is about
 * @param connection how the district stands to the relay
 * @param after what came of the form that was sent before
 */
public record PushView(PushSwitch.State now, boolean mayWrite, int schools, @Nullable LastChange last, Figures figures,
		ConnectionView connection, After after) {
	/** The address of the page, and of the switch's form. */
	public static final String PATH = "/settings/push-notifications";
	/** The address of the form that checks the connection. */
	public static final String CHECK = PATH + "/check";

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
