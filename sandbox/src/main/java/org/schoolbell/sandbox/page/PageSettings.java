package org.schoolbell.sandbox.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the page shows beside what happens.
 *
 * @param action what the command does at school
 * @param command the text to paste into a terminal that makes something happen at school; null if there is none to offer
 * @param phones whose lock screens, in this order
 */
public record PageSettings(@DefaultValue("") String action, @Nullable String command, @DefaultValue List<LockScreen> phones) {
	public PageSettings {
		phones = List.copyOf(phones);
	}

	/**
	 * @param person whose phone, as in the deliveries
	 * @param name as the page shall call them
	 * @param language BCP 47 tag of the phone's language, for the date above the clock
	 * @param note a sentence on what reaches this phone
	 */
	public record LockScreen(String person, String name, String language, String note) {}
}
