package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how pushes ended, for traces. Thread-safe. */
@Component
class PushEnds {
	static final String INSERT = """
			INSERT INTO notice.push_end (push, notice, person, device, outcome, reason, on_phone, at)
			SELECT push::uuid, notice::uuid, person, device, outcome, reason, on_phone, :endedAt
			FROM unnest(:endedPushes::text[], :endedNotices::text[], :endedPeople::bigint[], :endedDevices::bigint[], :outcomes::smallint[],
					:reasons::text[], :onPhone::boolean[]) AS e(push, notice, person, device, outcome, reason, on_phone)
			""";

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
		jdbc.sql(INSERT).params(parameters(ends, time.instant())).update();
	}

	/** @return the parameters of {@link #INSERT} */
	static Map<String, Object> parameters(List<PushEnd> ends, Instant now) {
		return Map.of("endedAt", now.atOffset(ZoneOffset.UTC),
				"endedPushes", strings(ends, end -> end.row().push().toString()),
				"endedNotices", strings(ends, end -> end.row().notice().toString()),
				"endedPeople", ends.stream().mapToLong(end -> end.row().person().value()).toArray(),
				"endedDevices", ends.stream().mapToLong(end -> end.row().device().value()).toArray(),
				"outcomes", ends.stream().map(end -> (short) end.how().code()).toArray(Short[]::new),
				"reasons", ends.stream().map(PushEnd::reason).toArray(String[]::new),
				"onPhone", ends.stream().map(PushEnd::onPhone).toArray(Boolean[]::new));
	}

	private static String[] strings(List<PushEnd> ends, Function<PushEnd, String> text) {
		return ends.stream().map(text).toArray(String[]::new);
	}
}
