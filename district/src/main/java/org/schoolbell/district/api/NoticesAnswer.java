package org.schoolbell.district.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.notice.InboxLine;
import org.schoolbell.district.notice.InboxPage;

/**
 * A page of an inbox.
 *
 * @param next give it as {@code after} for the next page; null on the last
 */
record NoticesAnswer(List<Notice> notices, @Nullable UUID next) {
	/** A line as the portal shows it. */
	record Notice(UUID id, @Nullable String person, @Nullable String student, Kind kind, UUID subject, String title, String body,
			String link,
			Instant at, @Nullable Instant readAt, @Nullable Instant correctedAt) {}

	static NoticesAnswer of(InboxPage page, Identities identities) {
		Set<PersonId> people = new HashSet<>();
		page.lines().forEach(line -> {
			people.add(line.person());
			people.add(line.student());
		});
		Map<PersonId, SourcedId> names = identities.names(people);
		List<Notice> notices = new ArrayList<>();
		page.lines().forEach(line -> notices.add(notice(line, names)));
		return new NoticesAnswer(notices, page.next().map(id -> id.value()).orElse(null));
	}

	private static Notice notice(InboxLine line, Map<PersonId, SourcedId> names) {
		return new Notice(line.id().value(), name(names, line.person()), name(names, line.student()), line.kind(), line.subject(),
				line.title(), line.body(), line.link(), line.at(), line.readAt().orElse(null), line.correctedAt().orElse(null));
	}

	private static @Nullable String name(Map<PersonId, SourcedId> names, PersonId person) {
		SourcedId name = names.get(person);
		return name == null ? null : name.value();
	}
}
