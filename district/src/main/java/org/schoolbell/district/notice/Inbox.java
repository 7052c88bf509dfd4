package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.PossibleRecipient;
import org.schoolbell.district.text.Rendered;

/** What people find when they look: the latest line of each subject. Thread-safe. */
@Component
public class Inbox {
	private static final UUID LAST = new UUID(-1L, -1L);

	private final JdbcClient jdbc;
	private final NoticeTexts texts;
	private final People people;
	private final DistrictZone zone;
	private final InstantSource time;

	Inbox(JdbcClient jdbc, NoticeTexts texts, People people, DistrictZone zone, InstantSource time) {
		this.jdbc = jdbc;
		this.texts = texts;
		this.people = people;
		this.zone = zone;
		this.time = time;
	}

	/**
	 * A page, newest first. Lines about a student whose records the person may no longer see, or of a record that the
	 * school shows no more, are left out at once, so a page may hold fewer lines than asked
	 * for although there are more.
	 *
	 * @param since only what happened at or after this moment
	 * @param after the {@link InboxPage#next()} of the page before
	 * @param limit 1 or more
	 */
	@Transactional(readOnly = true)
	public InboxPage page(PersonId person, Optional<Instant> since, Optional<NoticeId> after, int limit) {
		List<InboxRow> rows = rows(person, since, after, limit + 1);
		List<InboxRow> page = rows.subList(0, Math.min(limit, rows.size()));
		Set<PersonId> visible = visibleTo(person, page);
		Map<NoticeLine.Key, Rendered> said = texts
				.shown(page.stream().map(InboxRow::line).filter(line -> visible.contains(line.student())).toList());
		List<InboxLine> lines = new ArrayList<>();
		for (InboxRow row : page) {
			Rendered text = said.get(row.line().key());
			if (text != null) {
				lines.add(row.said(text));
			}
		}
		return new InboxPage(lines, rows.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty());
	}

	private List<InboxRow> rows(PersonId person, Optional<Instant> since, Optional<NoticeId> after, int most) {
		return jdbc.sql("""
				SELECT %s
				FROM notice.notice n
				WHERE n.person = :person AND n.id >= :from AND n.id < :before
					AND NOT EXISTS (SELECT FROM notice.notice later
						WHERE later.person = n.person AND later.subject = n.subject AND later.id > n.id)
				ORDER BY n.id DESC LIMIT :most
				""".formatted(InboxRow.COLUMNS)).param("person", person.value())
				.param("from", NoticeId.floor(since.orElse(Instant.EPOCH)))
				.param("before", after.map(NoticeId::value).orElse(LAST)).param("most", most)
				.query((row, _) -> InboxRow.read(row)).list();
	}

	private Set<PersonId> visibleTo(PersonId person, List<InboxRow> page) {
		Set<PersonId> students = page.stream().map(row -> row.line().student()).collect(Collectors.toSet());
		Map<PersonId, List<PossibleRecipient>> recipients = people.possibleRecipients(students, zone.today(time));
		return students.stream()
				.filter(student -> recipients.getOrDefault(student, List.of()).contains(new PossibleRecipient(person, true)))
				.collect(Collectors.toSet());
	}
}
