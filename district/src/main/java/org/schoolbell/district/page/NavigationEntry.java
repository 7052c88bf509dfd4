package org.schoolbell.district.page;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * An entry of the navigation: a feature declares one as a bean, and {@code @Order} on it says where it stands within its group. It is the way to a
 * page, not its door: the page's own rule decides who gets in.
 *
 * @param key the text of its name
 * @param icon a symbol of {@code icons.svg}
 * @param address where it leads, from the root
 * @param group under which heading
 * @param shownTo whether whoever is signed in sees it
 * @param count how much of it waits to be read, asked anew for each page that shows the number; null for an entry without one
 */
public record NavigationEntry(String key, String icon, String address, Group group, Predicate<Authentication> shownTo,
		@Nullable ToIntFunction<Authentication> count) {
	/** An entry without a number. */
	public NavigationEntry(String key, String icon, String address, Group group, Predicate<Authentication> shownTo) {
		this(key, icon, address, group, shownTo, null);
	}

	/** @return whether it has a number */
	public boolean counted() {
		return count != null;
	}

	/** @return whether this entry is where the reader is: at its address or below it */
	boolean leadsTo(String path) {
		return path.equals(address) || path.startsWith(address + "/");
	}
}
