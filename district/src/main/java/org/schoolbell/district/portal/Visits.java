package org.schoolbell.district.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/** When each person last looked at Today. Thread-safe, on any number of servers. */
@Component
class Visits {
	/** Whoever comes back sooner is still on the same visit. */
	private static final Duration PAUSE = Duration.ofMinutes(30);

	private final JdbcClient jdbc;
	private final InstantSource time;

	Visits(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** Notes that the person looks now. @return when the visit before this one ended; empty on the first */
	@Transactional
	public Optional<Instant> look(PersonId person) {
		Instant now = time.instant();
		return jdbc.sql("""
				INSERT INTO portal.visit AS v (person, seen_at) VALUES (:person, :now)
				ON CONFLICT (person) DO UPDATE SET seen_at = excluded.seen_at,
					before_at = CASE WHEN v.seen_at < :pause THEN v.seen_at ELSE v.before_at END
				RETURNING before_at
				""").param("person", person.value()).param("now", now.atOffset(ZoneOffset.UTC))
				.param("pause", now.minus(PAUSE).atOffset(ZoneOffset.UTC))
				.query((row, _) -> Optional.ofNullable(row.getObject("before_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant))
				.single();
	}
}
