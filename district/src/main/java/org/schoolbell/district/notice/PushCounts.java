package org.schoolbell.district.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.preference.PushesOfDay;
import org.schoolbell.district.preference.ShadowFigures;

/**
 * Reads what {@link OutboxWriter} counts by the minute, in the transaction that decides. Counting traces afterwards would be wrong besides slow: with the
 * switch off a trace says no more than that, and neither devices nor later rules are known any more as they were then. Thread-safe.
 */
@Component
class PushCounts implements ShadowFigures {
	static final String DAY = "SELECT minute, kind, pushes FROM notice.push_count WHERE minute >= ? AND minute < ?";

	private final JdbcClient jdbc;
	private final DistrictZone zone;

	PushCounts(JdbcClient jdbc, DistrictZone zone) {
		this.jdbc = jdbc;
		this.zone = zone;
	}

	/** A day has 23 or 25 hours where clocks are changed. */
	@Override
	@Transactional(readOnly = true)
	public PushesOfDay of(LocalDate day) {
		Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
		Map<Instant, Long> byMinute = new TreeMap<>();
		jdbc.sql(DAY).param(begin(day))
				.param(begin(day.plusDays(1))).query(row -> {
					long pushes = row.getLong("pushes");
					byKind.merge(Kind.ofCode(row.getInt("kind")), pushes, Long::sum);
					byMinute.merge(row.getObject("minute", OffsetDateTime.class).toInstant(), pushes, Long::sum);
				});
		return new PushesOfDay(day, byKind, busiest(byMinute));
	}

	@Override
	@Transactional(readOnly = true)
	public long waiting() {
		return jdbc.sql("SELECT count(*) FROM notice.outbox").query(Long.class).single();
	}

	private OffsetDateTime begin(LocalDate day) {
		return day.atStartOfDay(zone.zone()).toInstant().atOffset(ZoneOffset.UTC);
	}

	private static Optional<PushesOfDay.Minute> busiest(Map<Instant, Long> byMinute) {
		PushesOfDay.Minute most = null;
		for (Map.Entry<Instant, Long> minute : byMinute.entrySet()) {
			if (most == null || minute.getValue() > most.pushes()) {
				most = new PushesOfDay.Minute(minute.getKey(), minute.getValue());
			}
		}
		return Optional.ofNullable(most);
	}
}
