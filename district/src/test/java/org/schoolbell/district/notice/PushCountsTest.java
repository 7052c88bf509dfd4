package org.schoolbell.district.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.preference.PushesOfDay;
import org.schoolbell.district.preference.ShadowFigures;
import org.schoolbell.district.testing.Records;

import static org.assertj.core.api.Assertions.assertThat;

/** What went out or would have, by the day of the schools in Chicago. Maya, Ana and Ben, below 80 %, have a phone each, and so do others who are not told. */
class PushCountsTest {
	private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

	private final NoticeFixture school = new NoticeFixture(PushCounts.class);

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void eachPhoneThatIsToldCountsInItsMinute() {
		school.phone(school.ana);
		school.decide(school.score(null, Scores.of20(12)));
		school.district.time().pass(Duration.ofMinutes(3));
		school.decide(school.score(Scores.of20(12), Scores.of20(18)));

		assertThat(counted()).isEqualTo(day(Map.of(Kind.ASSIGNMENTS, 7L), "2026-11-24T20:00:00Z", 4));
		assertThat(school.count("notice.outbox")).isEqualTo(3);
	}

	@Test
	void ofEqualMinutesTheFirstIsTheBusiestAndTwoBatchesOfAMinuteAddUp() {
		for (String moment : new String[]{"2026-11-24T20:05:00Z", "2026-11-24T20:05:59Z", "2026-11-24T20:09:00Z", "2026-11-24T20:09:30Z"}) {
			school.district.time().set(Instant.parse(moment));
			school.decide(school.score(school.maya, another(), null, Scores.of20(12), false));
		}

		assertThat(counted()).isEqualTo(day(Map.of(Kind.ASSIGNMENTS, 12L), "2026-11-24T20:05:00Z", 6));
	}

	@Test
	void withTheSwitchOffItIsWhatWouldHaveGoneOut() {
		school.district.get(PushSwitch.class).set(false, Origin.SERVER);

		school.decide(school.score(null, Scores.of20(12)), school.score(Scores.of20(12), Scores.of20(18)));
		school.decide(school.silent(Scores.of20(18), Scores.of20(11)));

		assertThat(counted()).isEqualTo(day(Map.of(Kind.ASSIGNMENTS, 2L), "2026-11-24T20:00:00Z", 2));
		assertThat(school.count("notice.outbox")).isZero();
	}

	@Test
	void withTheSwitchOffTheRulesBehindItStillHold() {
		school.district.get(PushSwitch.class).set(false, Origin.SERVER);
		ScoreChanged old = school.score(null, Scores.of20(12));
		school.district.time().pass(Duration.ofDays(3));

		school.decide(old);

		assertThat(school.count("notice.push_count")).isZero();
	}

	@Test
	void aDayBeginsAndEndsAtMidnightOfTheSchools() {
		for (String moment : new String[]{"2026-11-24T05:59:59.990Z", "2026-11-24T06:00:00Z", "2026-11-25T05:59:59Z",
				"2026-11-25T06:00:00Z"}) {
			school.district.time().set(Instant.parse(moment));
			school.decide(school.score(school.maya, another(), null, Scores.of20(12), false));
		}

		assertThat(counted().total()).isEqualTo(6);
		assertThat(counts().of(TUESDAY.minusDays(1)).total()).isEqualTo(3);
		assertThat(counts().of(TUESDAY.plusDays(1)).total()).isEqualTo(3);
	}

	@Test
	void theDayOnWhichClocksAreSetBackHasTwentyFiveHours() {
		LocalDate sunday = LocalDate.of(2026, 11, 1);
		for (int hour = 0; hour < 27; hour++) {
			school.records.run("INSERT INTO notice.push_count (minute, kind, pushes) VALUES (?::timestamptz, 1, 1)",
					Instant.parse("2026-11-01T04:00:00Z").plus(Duration.ofHours(hour)).toString());
		}

		assertThat(counts().of(sunday).total()).isEqualTo(25);
	}

	/** A year has some hundred thousand rows, of which a page wants those of a day. */
	@Test
	void aDayIsARangeOfTheKeyHoweverLongTheDistrictHasCounted() {
		school.records.run("""
				INSERT INTO notice.push_count (minute, kind, pushes)
				SELECT '2025-11-24T06:00Z'::timestamptz + n * interval '1 minute', 1, 1 FROM generate_series(0, 400 * 1440) n
				""");
		school.records.run("ANALYZE notice.push_count");

		assertThat(counted().total()).isEqualTo(1_440);
		assertThat(school.district.jdbc().sql("EXPLAIN " + PushCounts.DAY).param(OffsetDateTime.parse("2026-11-24T06:00Z"))
				.param(OffsetDateTime.parse("2026-11-25T06:00Z")).query(String.class).list().toString()).contains("push_count_pkey")
				.doesNotContain("Seq Scan");
	}

	@Test
	void aDayWithoutPushesHasNoBusiestMinute() {
		assertThat(counted()).isEqualTo(new PushesOfDay(TUESDAY, Map.of(), Optional.empty()));
	}

	private PushesOfDay counted() {
		return counts().of(TUESDAY);
	}

	private ShadowFigures counts() {
		return school.district.get(ShadowFigures.class);
	}

	private AssignmentId another() {
		return school.records.assignment("Another", school.records.active(), Records.DUE);
	}

	private static PushesOfDay day(Map<Kind, Long> byKind, String busiest, long pushes) {
		return new PushesOfDay(TUESDAY, byKind, Optional.of(new PushesOfDay.Minute(Instant.parse(busiest), pushes)));
	}
}
