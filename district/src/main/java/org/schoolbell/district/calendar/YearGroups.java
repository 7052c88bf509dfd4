package org.schoolbell.district.calendar;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;

/** School years that no session describes: terms grouped by the {@code schoolYear} that they name, each as long as its terms together. */
final class YearGroups {
	private static final String PREFIX = "year:";

	private final Map<SourcedId, SchoolYear> spans = new LinkedHashMap<>();

	static boolean isGroup(SourcedId year) {
		return year.value().startsWith(PREFIX);
	}

	/** @return the year's name */
	SourcedId add(SessionRecord session) {
		SourcedId name = new SourcedId(PREFIX + session.schoolYear());
		String title = (session.schoolYear() - 1) + "-" + "%02d".formatted(session.schoolYear() % 100);
		spans.putIfAbsent(name, new SchoolYear(0, title, session.starts(), session.ends()));
		widen(name, session.starts(), session.ends());
		return name;
	}

	/** Terms of earlier imports belong to the group too. */
	void widen(@Nullable SourcedId name, LocalDate starts, LocalDate ends) {
		if (name != null) {
			spans.computeIfPresent(name,
					(_, span) -> new SchoolYear(0, span.title(), starts.isBefore(span.starts()) ? starts : span.starts(),
							ends.isAfter(span.ends()) ? ends : span.ends()));
		}
	}

	Map<SourcedId, SchoolYear> spans() {
		return spans;
	}
}
