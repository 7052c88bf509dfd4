package org.schoolbell.district.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
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

	private record Row(NoticeLine line, Optional<Instant> readAt, Optional<Instant> correctedAt) {
		NoticeId id() {
			return new NoticeId(line.key().id());
		}
	}

	/**
	 * A page, newest first. Lines about a student whose records the person may no longer see are left out at once, so a page may hold fewer lines than asked
	 * for although there are more.
	 *
	 * @param since only what happened at or after this moment
	 * @param after the {@link InboxPage#next()} of the page before
	 * @param limit 1 or more
	 */
	@Transactional(readOnly = true)
	public InboxPage page(PersonId person, Optional<Instant> since, Optional<NoticeId> after, int limit) {
		List<Row> rows = rows(person, since, after, limit + 1);
		List<Row> page = rows.subList(0, Math.min(limit, rows.size()));
		Set<PersonId> visible = visibleTo(person, page);
		Map<NoticeLine.Key, Rendered> said = texts
				.of(page.stream().map(Row::line).filter(line -> visible.contains(line.student())).toList());
		List<InboxLine> lines = new ArrayList<>();
		for (Row row : page) {
			Rendered text = said.get(row.line().key());
			if (text != null) {
				lines.add(line(row, text));
			}
		}
		return new InboxPage(lines, rows.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty());
	}

	private List<Row> rows(PersonId person, Optional<Instant> since, Optional<NoticeId> after, int most) {
		return jdbc.sql("""
				SELECT %s, n.read_at, n.corrected_at
				FROM notice.notice n
				WHERE n.person = :person AND n.id >= :from AND n.id < :before
					AND NOT EXISTS (SELECT FROM notice.notice later
						WHERE later.person = n.person AND later.subject = n.subject AND later.id > n.id)
				ORDER BY n.id DESC LIMIT :most
				""".formatted(NoticeLine.COLUMNS)).param("person", person.value())
				.param("from", NoticeId.floor(since.orElse(Instant.EPOCH)))
				.param("before", after.map(NoticeId::value).orElse(LAST)).param("most", most)
				.query((row, _) -> new Row(NoticeLine.read(row), moment(row, "read_at"), moment(row, "corrected_at"))).list();
	}

	private Set<PersonId> visibleTo(PersonId person, List<Row> page) {
		Set<PersonId> students = page.stream().map(row -> row.line().student()).collect(Collectors.toSet());
		Map<PersonId, List<PossibleRecipient>> recipients = people.possibleRecipients(students, zone.today(time));
		return students.stream()
				.filter(student -> recipients.getOrDefault(student, List.of()).contains(new PossibleRecipient(person, true)))
				.collect(Collectors.toSet());
	}

	private static InboxLine line(Row row, Rendered text) {
		NoticeLine line = row.line();
		return new InboxLine(row.id(), line.key().person(), line.student(), line.kind(), line.subject(), text.title(), text.body(),
				"/n/" + line.key().id(), row.id().time(), row.readAt(), row.correctedAt());
	}

	private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}
}
