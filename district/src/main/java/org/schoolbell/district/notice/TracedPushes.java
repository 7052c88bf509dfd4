package org.schoolbell.district.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.notice.Trace.PushState;
import org.schoolbell.district.notice.Trace.TracedPush;

/** What became of the pushes of some notices: still in the outbox, or ended. One statement. Thread-safe. */
@Component
class TracedPushes {
	private final JdbcClient jdbc;

	TracedPushes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param slots those of the notices, by which the outbox is indexed */
	Map<NoticeId, List<TracedPush>> of(Collection<NoticeId> notices, Collection<UUID> slots) {
		Map<NoticeId, List<TracedPush>> pushes = new HashMap<>();
		jdbc.sql("""
				SELECT o.notice, NULL::uuid AS push, o.version, o.device, 0 AS outcome, o.published_at IS NOT NULL AS in_flight, o.attempts
				FROM notice.outbox o
				WHERE o.slot = ANY (:slots::uuid[]) AND o.notice = ANY (:notices::uuid[])
				UNION ALL
				SELECT e.notice, e.push, 0, e.device, e.outcome, false, 0
				FROM notice.push_end e
				WHERE e.notice = ANY (:notices::uuid[])
				ORDER BY notice, device
				""").param("slots", slots.stream().map(UUID::toString).toArray(String[]::new))
				.param("notices", notices.stream().map(notice -> notice.value().toString()).toArray(String[]::new)).query(row -> {
					UUID notice = row.getObject("notice", UUID.class);
					DeviceId device = new DeviceId(row.getLong("device"));
					UUID ended = row.getObject("push", UUID.class);
					UUID push = ended == null ? PushIds.of(notice, row.getInt("version"), device).value() : ended;
					PushState state = state(row.getInt("outcome"), row.getBoolean("in_flight"), row.getInt("attempts"));
					pushes.computeIfAbsent(new NoticeId(notice), _ -> new ArrayList<>()).add(new TracedPush(push, device, state));
				});
		return pushes;
	}

	private static PushState state(int outcome, boolean inFlight, int attempts) {
		for (PushEnd.How how : PushEnd.How.values()) {
			if (how.code() == outcome) {
				return PushState.valueOf(how.name());
			}
		}
		if (inFlight) {
			return PushState.IN_FLIGHT;
		}
		return attempts > 0 ? PushState.DEFERRED : PushState.WAITING;
	}
}
