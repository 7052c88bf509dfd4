package org.schoolbell.district.notice;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.decision.Expiry;
import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.decision.Verdict;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.wire.Priority;

/**
 * Puts right what people were told and what is no longer true. Whose push still waited has simply lost it, and the line is marked. Everybody else gets a
 * line that says what is true now, and the phones that may show the untruth get it in its place, without a sound. Thread-safe.
 */
@Component
class Corrections {
	/** Not the first version of its slot, so it makes no sound. */
	private static final int VERSION = 2;

	private final JdbcClient jdbc;
	private final PushEnds ends;

	Corrections(JdbcClient jdbc, PushEnds ends) {
		this.jdbc = jdbc;
		this.ends = ends;
	}

	/** @param pushes how many wait now because of them */
	record Made(List<Correction> corrections, int pushes) {}

	private record Phone(DeviceId device, Untold untold) {
		SchoolEvent event() {
			return untold.decided().event();
		}
	}

	/**
	 * In one statement, which also appends the ends of what has just been taken out of the outbox, in the transaction of the decision: whoever dies before
	 * its commit has corrected nothing and marked nothing, and the change is decided again; afterwards line, push and mark are all there.
	 *
	 * <p>What may be on a phone: what a provider took, what is in flight or came back without an answer. The rows that wait were taken out by the statement
	 * before this one; whatever the publisher has sent meanwhile, or got a receipt for, this one sees.
	 *
	 * @param untold all who are not told, of whom these lines are
	 * @param ended what was taken out of the outbox
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Made make(List<Untold> untold, List<ToldLine> lines, List<PushEnd> ended, BatchFacts facts) {
		Map<Untold.Place, List<ToldLine>> told = lines.stream().collect(Collectors.groupingBy(ToldLine::place));
		List<Untold> misled = untold.stream().filter(one -> told.containsKey(one.place())).toList();
		List<Phone> phones = new ArrayList<>();
		misled.stream().filter(one -> !(one.answer().correction() instanceof Verdict.Withhold)).forEach(
				one -> facts.devicesOf(one.answer().person()).forEach(device -> phones.add(new Phone(device, one))));
		Map<Untold.Place, Set<DeviceId>> onPhone = send(phones, lines, ended, facts);
		Set<Untold.Place> withdrawn = ended.stream().map(end -> new Untold.Place(end.row().person(), end.row().slot()))
				.collect(Collectors.toSet());
		List<Correction> corrections = new ArrayList<>();
		for (Untold one : misled) {
			boolean stood = told.getOrDefault(one.place(), List.of()).stream().anyMatch(ToldLine::stood);
			Set<DeviceId> shows = onPhone.getOrDefault(one.place(), Set.of());
			if (isOwed(stood, !shows.isEmpty(), withdrawn.contains(one.place()))) {
				correction(one, shows, facts).ifPresent(corrections::add);
			}
		}
		int pushes = (int) phones.stream()
				.filter(phone -> facts.settings().pushEnabled()
						&& onPhone.getOrDefault(phone.untold.place(), Set.of()).contains(phone.device))
				.count();
		return new Made(corrections, pushes);
	}

	/**
	 * A line that stood is put right, and so is a phone whose line was marked in silence before. Where the push was still waiting nobody has heard the
	 * untruth, and the mark is enough.
	 */
	private static boolean isOwed(boolean stood, boolean onPhone, boolean withdrawn) {
		return onPhone || (stood && !withdrawn);
	}

	private static Optional<Correction> correction(Untold one, Set<DeviceId> shows, BatchFacts facts) {
		return switch (one.answer().correction()) {
			case Verdict.Withhold _ -> Optional.empty();
			case Verdict.InboxOnly only -> Optional.of(new Correction(one.answer().person(), one.decided(), only));
			case Verdict.Tell tell -> {
				boolean reached = facts.devicesOf(one.answer().person()).stream().anyMatch(shows::contains);
				yield Optional.of(new Correction(one.answer().person(), one.decided(),
						reached ? tell : new Verdict.InboxOnly(Rule.NO_DEVICE)));
			}
		};
	}

	/** @return the phones that may show the untruth; those of them that are given here are now sent what is true, after what is in flight */
	private Map<Untold.Place, Set<DeviceId>> send(List<Phone> phones, List<ToldLine> lines, List<PushEnd> ended, BatchFacts facts) {
		List<OutboxRow> unanswered = ended.stream().filter(PushEnd::onPhone).map(PushEnd::row).toList();
		Map<Untold.Place, Set<DeviceId>> onPhone = new HashMap<>();
		List<PushEnd> returned = new ArrayList<>();
		jdbc.sql("""
				WITH told AS MATERIALIZED (
					SELECT person, slot::uuid, notice::uuid, at
					FROM unnest(:tellees::bigint[], :toldSlots::text[], :toldNotices::text[], :toldAt::timestamptz[]) AS t(person, slot, notice, at)),
				phone AS MATERIALIZED (
					SELECT device, person, student, event::uuid, notice::uuid, slot::uuid, expires_at, kind
					FROM unnest(:devices::bigint[], :people::bigint[], :students::bigint[], :events::text[], :notices::text[], :slots::text[],
							:expires::timestamptz[], :kinds::smallint[]) AS p(device, person, student, event, notice, slot, expires_at, kind)),
				on_phone AS MATERIALIZED (
					SELECT t.person, t.slot, e.device
					FROM told t
					CROSS JOIN LATERAL (
						SELECT DISTINCT device FROM notice.push_end
						WHERE notice = t.notice AND on_phone AND at >= t.at - interval '1 hour' AND at < t.at + interval '18 days') e
					UNION
					SELECT o.person, o.slot, o.device
					FROM notice.outbox o
					WHERE o.slot = ANY (:toldSlots::uuid[]) AND EXISTS (SELECT FROM told t WHERE t.slot = o.slot AND t.person = o.person)
					UNION
					SELECT person, slot::uuid, device
					FROM unnest(:unansweredPeople::bigint[], :unansweredSlots::text[], :unansweredDevices::bigint[]) AS u(person, slot, device)),
				owed AS MATERIALIZED (
					SELECT p.* FROM phone p JOIN on_phone USING (person, slot, device)),
				sent AS (
					INSERT INTO notice.outbox (priority, device, person, student, event, notice, slot, version, expires_at)
					SELECT :priority, device, person, student, event, notice, slot, :version, expires_at FROM owed WHERE :enabled ORDER BY slot, device
					ON CONFLICT (slot, device, (published_at IS NULL)) DO UPDATE
					SET priority = excluded.priority, person = excluded.person, student = excluded.student, event = excluded.event,
						notice = excluded.notice, version = excluded.version, expires_at = excluded.expires_at, unanswered = false
					RETURNING old.*),
				counted AS (
					INSERT INTO notice.push_count AS c (minute, kind, pushes)
					SELECT :minute, kind, count(*) FROM owed GROUP BY kind ORDER BY kind
					ON CONFLICT (minute, kind) DO UPDATE SET pushes = c.pushes + excluded.pushes),
				ended AS (%1$s)
				SELECT %2$s FROM sent e WHERE e.notice IS NOT NULL
				UNION ALL
				SELECT NULL, NULL, device, person, NULL, NULL, NULL, slot, NULL, NULL, NULL, NULL, NULL, false, true FROM on_phone
				""".formatted(PushEnds.INSERT, OutboxRow.ENDED)).params(PushEnds.parameters(ended, facts.now()))
				.params(columns(phones)).params(columns(lines, unanswered)).param("enabled", facts.settings().pushEnabled())
				.param("priority", Priorities.number(Priority.NORMAL)).param("version", VERSION)
				.param("minute", facts.now().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC)).query(row -> {
					if (row.getObject("notice") != null) {
						// Came back from flight since the rows that waited were taken out, and gives way to the correction.
						returned.add(PushEnd.overtaken(OutboxRow.read(row)));
						return;
					}
					Untold.Place place = new Untold.Place(new PersonId(row.getLong("person")), row.getObject("slot", UUID.class));
					onPhone.computeIfAbsent(place, _ -> new HashSet<>()).add(new DeviceId(row.getLong("device")));
				});
		ends.append(returned);
		return onPhone;
	}

	private static Map<String, Object> columns(List<Phone> phones) {
		return Map.of("devices", numbers(phones, phone -> phone.device.value()),
				"people", numbers(phones, phone -> phone.untold.answer().person().value()),
				"students", numbers(phones, phone -> phone.event().student().value()),
				"events", strings(phones, phone -> phone.event().id().value()),
				"notices", strings(phones, phone -> NoticeId.of(phone.event().id(), phone.untold.answer().person()).value()),
				"slots", strings(phones, phone -> phone.untold.place().slot()),
				"expires", strings(phones, phone -> Expiry.of(phone.event())),
				"kinds", phones.stream().map(phone -> (short) phone.event().kind().code()).toArray(Short[]::new));
	}

	private static Map<String, Object> columns(List<ToldLine> lines, List<OutboxRow> unanswered) {
		return Map.of("tellees", numbers(lines, line -> line.place().person().value()),
				"toldSlots", strings(lines, line -> line.place().slot()),
				"toldNotices", strings(lines, line -> line.id().value()),
				"toldAt", strings(lines, line -> line.id().time()),
				"unansweredPeople", numbers(unanswered, row -> row.person().value()),
				"unansweredSlots", strings(unanswered, OutboxRow::slot),
				"unansweredDevices", numbers(unanswered, row -> row.device().value()));
	}

	private static <T> long[] numbers(List<T> items, ToLongFunction<T> number) {
		return items.stream().mapToLong(number).toArray();
	}

	private static <T> String[] strings(List<T> items, Function<T, Object> text) {
		return items.stream().map(item -> String.valueOf(text.apply(item))).toArray(String[]::new);
	}
}
