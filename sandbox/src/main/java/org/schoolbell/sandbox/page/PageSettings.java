package org.schoolbell.sandbox.page;

import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the page shows.
 *
 * @param phones whose lock screens, in this order
 */
public record PageSettings(@DefaultValue List<LockScreen> phones) {
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
