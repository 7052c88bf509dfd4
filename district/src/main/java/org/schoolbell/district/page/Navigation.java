package org.schoolbell.district.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The entries that the features bring. Thread-safe. */
@Component
class Navigation {
	private final List<NavigationEntry> entries;

	Navigation(ObjectProvider<NavigationEntry> entries) {
		this.entries = entries.orderedStream().toList();
	}

	/** @return what this one sees of each group, groups without entries left out */
	Map<Group, List<NavigationEntry>> seenBy(@Nullable Authentication who) {
		Map<Group, List<NavigationEntry>> seen = new EnumMap<>(Group.class);
		if (who == null) {
			return seen;
		}
		for (Group group : Group.values()) {
			List<NavigationEntry> shown = entries.stream().filter(entry -> entry.group() == group && entry.shownTo().test(who)).toList();
			if (!shown.isEmpty()) {
				seen.put(group, shown);
			}
		}
		return seen;
	}
}
