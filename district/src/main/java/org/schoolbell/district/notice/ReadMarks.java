package org.schoolbell.district.notice;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.gradebook.Assignment;
import org.schoolbell.district.gradebook.Assignments;

/**
 * What people have read of their inboxes, and how much they have not. Subjects are read, not lines: whoever has seen the latest of a score has seen it.
 * All truth is in the database, so any number of servers agree. Thread-safe.
 */
@Component
public class ReadMarks {
	/** What is older is not counted any more, so that a count looks at a year's partitions however long an inbox grows. */
	private static final Duration COUNTED = Duration.ofDays(366);
	/** Lines that a count looks at. Nobody tells 200 unread notices from 300, and pages say 99+. */
	private static final int MOST = 200;

	private final JdbcClient jdbc;
	private final Assignments assignments;
	private final InstantSource time;

	ReadMarks(JdbcClient jdbc, Assignments assignments, InstantSource time) {
		this.jdbc = jdbc;
		this.assignments = assignments;
		this.time = time;
	}

	/**
	 * How many subjects are unread. What was read is not looked at: the index holds unread lines alone. One statement where nothing is unread, else two.
	 *
	 * @param students those whose records the person may see
	 * @return 0 or more; beyond {@value #MOST} lines no more are counted
	 */
	@Transactional(readOnly = true)
	public int unread(PersonId person, Set<PersonId> students) {
		if (students.isEmpty()) {
			return 0;
		}
		List<NoticeLine> lines = jdbc.sql("""
				SELECT %s
				FROM notice.notice n
				WHERE n.person = ? AND n.read_at IS NULL AND n.id >= ? AND n.student = ANY (?)
				ORDER BY n.id DESC LIMIT ?
				""".formatted(NoticeLine.COLUMNS)).param(person.value()).param(NoticeId.floor(time.instant().minus(COUNTED)))
				.param(values(students)).param(MOST).query((row, _) -> NoticeLine.read(row)).list();
		return lines.isEmpty() ? 0 : shown(lines);
	}

	/** Marks a line as read, and with it all that was told of its subject. Of somebody else's line, or none, nothing. */
	@Transactional
	public void read(PersonId person, NoticeId line) {
		jdbc.sql("""
				UPDATE notice.notice n SET read_at = ?
				FROM notice.notice seen
				WHERE seen.person = ? AND seen.id = ? AND n.person = seen.person AND n.subject = seen.subject AND n.read_at IS NULL
				""").param(time.instant().atOffset(ZoneOffset.UTC)).param(person.value()).param(line.value()).update();
	}

	/**
	 * Marks all as read, up to a line that was seen: what came in meanwhile stays unread.
	 *
	 * @param students about whom
	 */
	@Transactional
	public void readAll(PersonId person, Set<PersonId> students, NoticeId newest) {
		jdbc.sql("UPDATE notice.notice SET read_at = ? WHERE person = ? AND read_at IS NULL AND id <= ? AND student = ANY (?)")
				.param(time.instant().atOffset(ZoneOffset.UTC)).param(person.value()).param(newest.value()).param(values(students))
				.update();
	}

	private int shown(List<NoticeLine> lines) {
		Map<AssignmentId, Assignment> records = assignments
				.byId(lines.stream().map(line -> line.score().assignmentId()).distinct().toList());
		Set<UUID> subjects = new HashSet<>();
		for (NoticeLine line : lines) {
			Assignment record = records.get(line.score().assignmentId());
			if (record != null && record.shown() && record.active()) {
				subjects.add(line.subject());
			}
		}
		return subjects.size();
	}

	private static long[] values(Set<PersonId> students) {
		return students.stream().mapToLong(PersonId::value).toArray();
	}
}
