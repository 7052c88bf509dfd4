package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
	private final Corrections corrections;

	OutboxWriter(JdbcClient jdbc, PushEnds ends, Corrections corrections) {
		this.jdbc = jdbc;
		this.ends = ends;
		this.corrections = corrections;
	}

	/**
	 * What a batch came to.
	 *
	 * @param pushes how many wait now because of it
	 * @param corrections what is owed to whom had been told otherwise
	 */
	record Written(int pushes, List<Correction> corrections) {}

	private record NewPush(DeviceId device, PersonId person, SchoolEvent event) {}

	/** What the batch has taken back: rows that waited, and lines that are no longer true. */
	private record TakenBack(List<PushEnd> ended, List<ToldLine> lines) {}

	/**
	 * In at most two statements. Whoever had been told otherwise and is not told the new value has the line marked as corrected, and is corrected unless
	 * the push still waited. What went out, or would have with the switch on, is counted in these statements, so that the figures are those of what was
	 * decided, not of a later guess.
	 *
	 * @param ifEnabled the same batch, decided as if the district's switch were on
	 */
	Written write(List<Decided> batch, List<Decided> ifEnabled, BatchFacts facts) {
		List<Decided> replacing = batch.stream().filter(Decided::replacesWhatWasTold).toList();
		List<NewPush> pushes = pushes(batch, facts);
		if (replacing.isEmpty()) {
			return new Written(0, List.of());
		}
		List<Untold> untold = untold(replacing);
		TakenBack back = replace(replacing, pushes, untold, counts(pushes(ifEnabled, facts)), facts.now());
		if (back.lines.isEmpty()) {
			ends.append(back.ended);
			return new Written(pushes.size(), List.of());
		}
		Corrections.Made made = corrections.make(untold, back.lines, back.ended, facts);
		return new Written(pushes.size() + made.pushes(), made.corrections());
	}

	/** Of first scores nobody can have been told otherwise, so nobody is looked up. */
	private static List<Untold> untold(List<Decided> replacing) {
		List<Untold> untold = new ArrayList<>();
		replacing.stream().filter(decided -> decided.event().revises())
				.forEach(decided -> decided.withheld().forEach(person -> untold.add(new Untold(decided, person))));
		return untold;
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
	 */
	private TakenBack replace(List<Decided> replacing, List<NewPush> pushes, List<Untold> untold, Map<Kind, Integer> counts, Instant now) {
		TakenBack back = new TakenBack(new ArrayList<>(), new ArrayList<>());
		jdbc.sql("""
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
						notice = excluded.notice, version = excluded.version, expires_at = excluded.expires_at, unanswered = false
					RETURNING old.*),
				line AS MATERIALIZED (
					SELECT n.person, n.subject, n.id, n.corrected_at IS NULL AS stood
					FROM unnest(:untoldPeople::bigint[], :untoldSubjects::text[]) AS u(person, subject)
					JOIN notice.notice n ON n.person = u.person AND n.subject = u.subject::uuid),
				corrected AS (
					UPDATE notice.notice n SET corrected_at = :now
					FROM line l
					WHERE l.stood AND n.person = l.person AND n.id = l.id),
				counted AS (
					INSERT INTO notice.push_count AS c (minute, kind, pushes)
					SELECT :minute, kind, pushes FROM unnest(:kinds::smallint[], :counts::integer[]) AS u(kind, pushes) ORDER BY kind
					ON CONFLICT (minute, kind) DO UPDATE SET pushes = c.pushes + excluded.pushes)
				SELECT %s, NULL::boolean AS stood FROM (SELECT * FROM gone UNION ALL SELECT * FROM replaced) e WHERE e.notice IS NOT NULL
				UNION ALL
				SELECT NULL, NULL, NULL, l.person, NULL, NULL, l.id, l.subject, NULL, NULL, NULL, NULL, NULL, false, true, l.stood FROM line l
				""".formatted(OutboxRow.ENDED)).param("devices", numbers(pushes, push -> push.device().value()))
				.param("people", numbers(pushes, push -> push.person().value()))
				.param("students", numbers(pushes, push -> push.event().student().value()))
				.param("events", strings(pushes, push -> push.event().id().value().toString()))
				.param("notices", strings(pushes, push -> NoticeId.of(push.event().id(), push.person()).value().toString()))
				.param("slots", strings(pushes, push -> Slots.of(push.event()).toString()))
				.param("expires", strings(pushes, push -> Expiry.of(push.event()).toString()))
				.param("allSlots", strings(replacing, decided -> Slots.of(decided.event()).toString()))
				.param("priority", Priorities.number(Priority.NORMAL)).param("now", utc(now))
				.param("untoldPeople", numbers(untold, one -> one.place().person().value()))
				.param("untoldSubjects", strings(untold, one -> one.decided().event().subject().value().toString()))
				.param("minute", utc(now.truncatedTo(ChronoUnit.MINUTES)))
				.param("kinds", counts.keySet().stream().map(kind -> (short) kind.code()).toArray(Short[]::new))
				.param("counts", counts.values().toArray(Integer[]::new)).query(row -> {
					boolean stood = row.getBoolean("stood");
					if (row.wasNull()) {
						back.ended.add(PushEnd.overtaken(OutboxRow.read(row)));
					} else {
						back.lines
								.add(new ToldLine(new Untold.Place(new PersonId(row.getLong("person")), row.getObject("slot", UUID.class)),
										new NoticeId(row.getObject("notice", UUID.class)), stood));
					}
				});
		return back;
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
