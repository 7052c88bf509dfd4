package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.schoolbell.district.event.PersonId;

/**
 * What somebody wants to see of an inbox.
 *
 * @param person whose inbox it is
 * @param students about whom: those whose records the person may see, or some of them
 * @param unreadOnly whether what was read is left out
 * @param since only what happened at or after this moment
 * @param after the {@link FamilyPage#next()} of the page before
 * @param limit of lines, 1 or more
 * @param language in which they are said, BCP 47
 */
public record InboxQuery(PersonId person, Set<PersonId> students, boolean unreadOnly, Optional<Instant> since, Optional<NoticeId> after,
		int limit, String language) {
	public InboxQuery {
		students = Set.copyOf(students);
	}

	/** @return the newest about these students */
	public static InboxQuery newest(PersonId person, Set<PersonId> students, int limit, String language) {
		return new InboxQuery(person, students, false, Optional.empty(), Optional.empty(), limit, language);
	}

	/** @return the same, of what happened at or after this moment */
	public InboxQuery since(Instant moment) {
		return new InboxQuery(person, students, unreadOnly, Optional.of(moment), after, limit, language);
	}
}
