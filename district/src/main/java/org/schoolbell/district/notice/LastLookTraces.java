package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rounds in which the last look stops a push: why a phone that was to buzz did not. Thread-safe. */
@Component
class LastLookTraces {
	private final JdbcClient jdbc;

	LastLookTraces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a round to each of these events' traces, about these people, in one statement. Its number is the highest plus one: if another transaction adds
	 * a round at the same moment, one of the two fails and is to be tried again.
	 */
	void write(List<Stopped> stopped, Instant now) {
		jdbc.sql("""
				INSERT INTO notice.trace (student, event, round, at, kind, subject, verdict, persons, rules, until)
				SELECT s.student, s.event, 1 + coalesce((
						SELECT max(t.round) FROM notice.trace t WHERE t.student = s.student AND t.event = s.event), 0),
					:now, s.kind, s.subject, :tell, array_agg(s.person ORDER BY s.person), array_agg(s.rule ORDER BY s.person), '{}'
				FROM (SELECT DISTINCT ON (student, event, person) student, event::uuid, kind, subject::uuid, person, rule
					FROM unnest(:students::bigint[], :events::text[], :kinds::smallint[], :subjects::text[], :people::bigint[], :rules::smallint[])
						AS u(student, event, kind, subject, person, rule)
					ORDER BY student, event, person) s
				GROUP BY s.student, s.event, s.kind, s.subject
				""").param("now", now.atOffset(ZoneOffset.UTC)).param("tell", TraceCodes.TELL)
				.param("students", stopped.stream().mapToLong(one -> one.row().student().value()).toArray())
				.param("events", stopped.stream().map(one -> one.row().event().toString()).toArray(String[]::new))
				.param("kinds", stopped.stream().map(one -> (short) one.line().kind().code()).toArray(Short[]::new))
				.param("subjects", stopped.stream().map(one -> one.line().subject().toString()).toArray(String[]::new))
				.param("people", stopped.stream().mapToLong(one -> one.row().person().value()).toArray())
				.param("rules", stopped.stream().map(one -> (short) one.rule().code()).toArray(Short[]::new)).update();
	}
}
