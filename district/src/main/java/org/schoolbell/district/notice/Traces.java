package org.schoolbell.district.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.notice.Trace.TracedPush;

/** Answers the question of every help desk: why did my phone buzz, or not? Two statements a page. Thread-safe. */
@Component
public class Traces {
	private final JdbcClient jdbc;
	private final TracedPushes pushes;
	private final DistrictZone zone;

	Traces(JdbcClient jdbc, TracedPushes pushes, DistrictZone zone) {
		this.jdbc = jdbc;
		this.pushes = pushes;
		this.zone = zone;
	}

	/**
	 * @param after the {@link TracePage#next()} of the page before
	 * @param limit 1 or more
	 * @return a page, newest event first
	 */
	@Transactional(readOnly = true)
	public TracePage page(TraceFilter filter, Optional<TracePage.Cursor> after, int limit) {
		List<TraceRow> rows = rows(filter, after, limit + 1);
		List<TraceRow> page = rows.subList(0, Math.min(limit, rows.size()));
		Map<NoticeId, List<TracedPush>> found = pushesOf(page);
		return new TracePage(page.stream().map(row -> row.trace(found)).toList(), rows.size() > limit
				? Optional.of(new TracePage.Cursor(page.getLast().event(), page.getLast().round()))
				: Optional.empty());
	}

	private List<TraceRow> rows(TraceFilter filter, Optional<TracePage.Cursor> after, int most) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		Map<String, Object> parameters = new HashMap<>(Map.of("most", most));
		filter.student().ifPresent(student -> narrow("t.student = :student", "student", student.value(), conditions, parameters));
		filter.event().ifPresent(event -> narrow("t.event = :event", "event", event.value(), conditions, parameters));
		filter.person()
				.ifPresent(person -> narrow("t.persons @> ARRAY[:person::bigint]", "person", person.value(), conditions, parameters));
		filter.date().ifPresent(date -> {
			narrow("t.event >= :from", "from", startOf(date), conditions, parameters);
			narrow("t.event < :until", "until", startOf(date.plusDays(1)), conditions, parameters);
		});
		after.ifPresent(cursor -> {
			parameters.put("afterRound", cursor.round());
			narrow("(t.event < :after OR t.event = :after AND t.round > :afterRound)", "after", cursor.event().value(), conditions,
					parameters);
		});
		return jdbc.sql("""
				SELECT t.event, t.kind, t.subject, t.student, t.at, t.round, t.verdict, t.rule, t.persons, t.rules
				FROM notice.trace t
				WHERE %s
				ORDER BY t.event DESC, t.round LIMIT :most
				""".formatted(String.join(" AND ", conditions))).params(parameters).query((row, _) -> TraceRow.read(row)).list();
	}

	private static void narrow(String condition, String name, Object value, List<String> conditions, Map<String, Object> parameters) {
		conditions.add(condition);
		parameters.put(name, value);
	}

	private Map<NoticeId, List<TracedPush>> pushesOf(List<TraceRow> page) {
		Set<NoticeId> notices = new HashSet<>();
		Set<UUID> slots = new HashSet<>();
		for (TraceRow row : page) {
			row.people().forEach(person -> notices.add(NoticeId.of(row.event(), person)));
			slots.add(row.subject());
		}
		return notices.isEmpty() ? Map.of() : pushes.of(notices, slots);
	}

	private UUID startOf(LocalDate date) {
		return NoticeId.floor(date.atStartOfDay(zone.zone()).toInstant());
	}
}
