package org.schoolbell.district.portal;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.page.Group;
import org.schoolbell.district.page.NavigationEntry;
import org.schoolbell.district.page.Page;
import org.schoolbell.district.page.Tone;

/**
 * What the template of "Why did I get this?" is given.
 *
 * @param shown the line; null where the school does not show the record any more
 * @param student whom it is about
 * @param steps from what happened to the phone
 */
public record WhyView(@Nullable LineView shown, Student student, List<Step> steps) {
	private static final String CHOICES = "/settings/notifications";

	/**
	 * One of the reasons.
	 *
	 * @param state a word for the drawing in the circle
	 * @param then more about it
	 */
	public record Step(Tone tone, String first, String state, List<String> then) {}

	/** @return where the reader changes what is told, the very student's setting if there is such a page */
	public String setting(Page page) {
		return page.entries(Group.FAMILY_SETTINGS).stream().map(NavigationEntry::address).filter(CHOICES::equals).findFirst()
				.map(address -> address + "?student=" + student.number()).orElse(SettingsPages.ADDRESS);
	}
}
