package org.schoolbell.district.notice;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how pushes ended, for traces. Thread-safe. */
@Component
class PushEnds {
	private final JdbcClient jdbc;
	private final InstantSource time;

	PushEnds(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** Appends these ends, in one statement and in the transaction that deletes their rows: a push has either a row or an end. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(List<PushEnd> ends) {
		if (ends.isEmpty()) {
			return;
		}
		jdbc.sql("""
				INSERT INTO notice.push_end (push, notice, person, device, outcome, reason, at)
				SELECT push::uuid, notice::uuid, person, device, outcome, reason, ?
				FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::smallint[], ?::text[])
						AS e(push, notice, person, device, outcome, reason)
				""").param(time.instant().atOffset(ZoneOffset.UTC))
				.param(ends.stream().map(end -> end.row().push().toString()).toArray(String[]::new))
				.param(ends.stream().map(end -> end.row().notice().toString()).toArray(String[]::new))
				.param(ends.stream().mapToLong(end -> end.row().person().value()).toArray())
				.param(ends.stream().mapToLong(end -> end.row().device().value()).toArray())
				.param(ends.stream().map(end -> (short) end.how().code()).toArray(Short[]::new))
				.param(ends.stream().map(PushEnd::reason).toArray(String[]::new)).update();
	}
}
