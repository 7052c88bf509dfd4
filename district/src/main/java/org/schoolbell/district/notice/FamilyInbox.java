package org.schoolbell.district.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.text.Rendered;

/**
 * The inbox as a family reads it in the portal: the latest line of each subject, with those before it. Whoever asks names the students whose records the
 * reader may see. Five statements a page, whatever is on it. Thread-safe.
 */
@Component
public class FamilyInbox {
	private static final UUID FIRST = new UUID(0, 0);
	private static final UUID LAST = new UUID(-1L, -1L);

	private final JdbcClient jdbc;
	private final NoticeTexts texts;

	FamilyInbox(JdbcClient jdbc, NoticeTexts texts) {
		this.jdbc = jdbc;
		this.texts = texts;
	}

	/** @return a page, newest first; it may hold fewer lines than asked for although there are more, since what is hidden is left out */
	@Transactional(readOnly = true)
	public FamilyPage page(InboxQuery query) {
		List<InboxRow> rows = rows(query, query.limit() + 1);
		List<InboxRow> page = rows.subList(0, Math.min(query.limit(), rows.size()));
		Map<UUID, List<InboxRow>> earlier = earlier(query.person(), page);
		Map<NoticeLine.Key, Rendered> said = texts.shown(
				Stream.concat(page.stream(), earlier.values().stream().flatMap(List::stream)).map(InboxRow::line).toList(),
				query.language());
		List<FamilyPage.Told> told = new ArrayList<>();
		for (InboxRow row : page) {
			said(row, said).ifPresent(line -> told.add(new FamilyPage.Told(line,
					earlier.getOrDefault(line.subject(), List.of()).stream().flatMap(before -> said(before, said).stream()).toList())));
		}
		return new FamilyPage(told, rows.size() > query.limit() ? Optional.of(page.getLast().id()) : Optional.empty());
	}

	/**
	 * One's own line.
	 *
	 * @param students those whose records the person may see
	 * @param language in which it is said, BCP 47
	 * @return empty if there is no such line, or it is somebody else's, or about a student whose records the person may not see
	 */
	@Transactional(readOnly = true)
	public Optional<OwnLine> line(PersonId person, NoticeId id, Set<PersonId> students, String language) {
		return jdbc.sql("SELECT %s FROM notice.notice n WHERE n.person = ? AND n.id = ?".formatted(InboxRow.COLUMNS)).param(person.value())
				.param(id.value()).query((row, _) -> InboxRow.read(row)).optional().filter(row -> students.contains(row.line().student()))
				.map(row -> {
					ScoreParams score = row.line().score();
					Optional<InboxLine> said = said(row, texts.shown(List.of(row.line()), language));
					return new OwnLine(row.id(), row.event(), row.line().student(), score.assignmentId(),
							Optional.ofNullable(score.now()).map(now -> now.value()), score.corrects() != null, said);
				});
	}

	private static Optional<InboxLine> said(InboxRow row, Map<NoticeLine.Key, Rendered> said) {
		return Optional.ofNullable(said.get(row.line().key())).map(row::said);
	}

	private List<InboxRow> rows(InboxQuery query, int most) {
		return jdbc.sql("""
				SELECT %s
				FROM notice.notice n
				WHERE n.person = :person AND n.id >= :from AND n.id < :before AND n.student = ANY (:students)%s
					AND NOT EXISTS (SELECT FROM notice.notice later
						WHERE later.person = n.person AND later.subject = n.subject AND later.id > n.id)
				ORDER BY n.id DESC LIMIT :most
				""".formatted(InboxRow.COLUMNS, query.unreadOnly() ? " AND n.read_at IS NULL" : "")).param("person", query.person().value())
				.param("students", query.students().stream().mapToLong(PersonId::value).toArray())
				.param("from", query.since().map(NoticeId::floor).orElse(FIRST))
				.param("before", query.after().map(NoticeId::value).orElse(LAST)).param("most", most)
				.query((row, _) -> InboxRow.read(row)).list();
	}

	/** @return by subject, newest first */
	private Map<UUID, List<InboxRow>> earlier(PersonId person, Collection<InboxRow> page) {
		Map<UUID, NoticeId> latest = new HashMap<>();
		page.forEach(row -> latest.put(row.line().subject(), row.id()));
		Map<UUID, List<InboxRow>> earlier = new HashMap<>();
		jdbc.sql("SELECT %s FROM notice.notice n WHERE n.person = ? AND n.subject = ANY (?::uuid[]) ORDER BY n.id DESC"
				.formatted(InboxRow.COLUMNS)).param(person.value())
				.param(latest.keySet().stream().map(UUID::toString).toArray(String[]::new)).query(result -> {
					InboxRow row = InboxRow.read(result);
					UUID subject = row.line().subject();
					if (!row.id().equals(latest.get(subject))) {
						earlier.computeIfAbsent(subject, _ -> new ArrayList<>()).add(row);
					}
				});
		return earlier;
	}
}
