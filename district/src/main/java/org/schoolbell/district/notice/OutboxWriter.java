package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.schoolbell.district.decision.Expiry;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.wire.Priority;

/** Puts the pushes of a batch into the outbox and takes back what its changes made untrue. Thread-safe. */
@Component
class OutboxWriter {
	private final JdbcClient jdbc;
	private final PushEnds ends;

	OutboxWriter(JdbcClient jdbc, PushEnds ends) {
		this.jdbc = jdbc;
		this.ends = ends;
	}

	private record NewPush(DeviceId device, PersonId person, SchoolEvent event) {}

	private record Line(PersonId person, SchoolEvent event) {}

	/**
	 * In at most two statements. Whoever had been told otherwise and is not told the new value has the line marked as corrected. What went out, or would
	 * have with the switch on, is counted in the first of them, so that the figures are those of what was decided, not of a later guess.
	 *
	 * @param ifEnabled the same batch, decided as if the district's switch were on
	 * @return how many pushes wait now because of this batch
	 */
	int write(List<Decided> batch, List<Decided> ifEnabled, BatchFacts facts) {
		List<Decided> replacing = batch.stream().filter(Decided::replacesWhatWasTold).toList();
		List<NewPush> pushes = pushes(batch, facts);
		List<Line> untrue = new ArrayList<>();
		for (Decided decided : replacing) {
			if (decided.event().revises()) {
				decided.withheld().forEach(person -> untrue.add(new Line(person, decided.event())));
			}
		}
		if (!replacing.isEmpty()) {
			ends.append(replace(replacing, pushes, untrue, counts(pushes(ifEnabled, facts)), facts.now()).stream().map(PushEnd::overtaken)
					.toList());
		}
		return pushes.size();
	}

	private static List<NewPush> pushes(List<Decided> batch, BatchFacts facts) {
		List<NewPush> pushes = new ArrayList<>();
		batch.stream().filter(Decided::replacesWhatWasTold).forEach(decided -> decided.onPhone().forEach(
				person -> facts.devicesOf(person).forEach(device -> pushes.add(new NewPush(device, person, decided.event())))));
		return pushes;
	}

	/** By kind, in the order of the numbers: two servers that count in the same minute never wait for each other in a circle. */
	private static Map<Kind, Integer> counts(List<NewPush> pushes) {
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		pushes.forEach(push -> counts.merge(push.event().kind(), 1, Integer::sum));
		return counts;
	}

	/**
	 * A waiting row of these slots gives way to the device's new one, in its place and with its patience towards a provider; where the device gets none,
	 * it goes. A row in flight stays until its receipt. The order keeps two transactions from waiting for each other in a circle.
	 *
	 * @return the rows that ended
	 */
	private List<OutboxRow> replace(List<Decided> replacing, List<NewPush> pushes, List<Line> untrue, Map<Kind, Integer> counts,
			Instant now) {
		return jdbc.sql("""
				WITH told AS MATERIALIZED (
					SELECT device, person, student, event::uuid, notice::uuid, slot::uuid, expires_at
					FROM unnest(:devices::bigint[], :people::bigint[], :students::bigint[], :events::text[], :notices::text[], :slots::text[],
							:expires::timestamptz[]) AS t(device, person, student, event, notice, slot, expires_at)),
				gone AS (
					DELETE FROM notice.outbox o
					WHERE o.slot = ANY (:allSlots::uuid[]) AND o.published_at IS NULL
						AND NOT EXISTS (SELECT FROM told t WHERE t.slot = o.slot AND t.device = o.device)
					RETURNING o.*),
				replaced AS (
					INSERT INTO notice.outbox (priority, device, person, student, event, notice, slot, version, expires_at)
					SELECT :priority, device, person, student, event, notice, slot, 1, expires_at FROM told ORDER BY slot, device
					ON CONFLICT (slot, device, (published_at IS NULL)) DO UPDATE
					SET priority = excluded.priority, person = excluded.person, student = excluded.student, event = excluded.event,
						notice = excluded.notice, version = excluded.version, expires_at = excluded.expires_at
					RETURNING old.*),
				corrected AS (
					UPDATE notice.notice n SET corrected_at = :now
					FROM unnest(:untruePeople::bigint[], :untrueSubjects::text[]) AS u(person, subject)
					WHERE n.person = u.person AND n.subject = u.subject::uuid AND n.corrected_at IS NULL),
				counted AS (
					INSERT INTO notice.push_count AS c (minute, kind, pushes)
					SELECT :minute, kind, pushes FROM unnest(:kinds::smallint[], :counts::integer[]) AS u(kind, pushes) ORDER BY kind
					ON CONFLICT (minute, kind) DO UPDATE SET pushes = c.pushes + excluded.pushes)
				SELECT e.*, true AS overtaken FROM (SELECT * FROM gone UNION ALL SELECT * FROM replaced) e WHERE e.notice IS NOT NULL
				""").param("devices", numbers(pushes, push -> push.device().value()))
				.param("people", numbers(pushes, push -> push.person().value()))
				.param("students", numbers(pushes, push -> push.event().student().value()))
				.param("events", strings(pushes, push -> push.event().id().value().toString()))
				.param("notices", strings(pushes, push -> NoticeId.of(push.event().id(), push.person()).value().toString()))
				.param("slots", strings(pushes, push -> Slots.of(push.event()).toString()))
				.param("expires", strings(pushes, push -> Expiry.of(push.event()).toString()))
				.param("allSlots", strings(replacing, decided -> Slots.of(decided.event()).toString()))
				.param("priority", Priorities.number(Priority.NORMAL)).param("now", utc(now))
				.param("untruePeople", numbers(untrue, line -> line.person().value()))
				.param("untrueSubjects", strings(untrue, line -> line.event().subject().value().toString()))
				.param("minute", utc(now.truncatedTo(ChronoUnit.MINUTES)))
				.param("kinds", counts.keySet().stream().map(kind -> (short) kind.code()).toArray(Short[]::new))
				.param("counts", counts.values().toArray(Integer[]::new)).query((row, _) -> OutboxRow.read(row)).list();
	}

	private static <T> long[] numbers(List<T> items, ToLongFunction<T> number) {
		return items.stream().mapToLong(number).toArray();
	}

	private static <T> String[] strings(List<T> items, Function<T, String> text) {
		return items.stream().map(text).toArray(String[]::new);
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}
}
