package org.schoolbell.district.notice;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.Scores;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionsTest {
	private final NoticeFixture school = new NoticeFixture(PartitionTable.class);
	private final Partitions partitions = new Partitions(school.district.get(PartitionTable.class), school.district.time());

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void rowsGoToTheirOwnDayAndMonthOnceThoseAreMade() {
		partitions.makeAhead();

		school.decide(school.score(null, Scores.of20(10)));
		assertThat(school.count("notice.trace_20261124")).isEqualTo(1);
		assertThat(school.count("notice.notice_20261101")).isEqualTo(4);
		school.district.time().pass(Duration.ofDays(Partitions.DAYS_AHEAD));
		school.decide(school.score(Scores.of20(10), Scores.of20(12)));
		assertThat(school.count("notice.trace_default")).isZero();
		assertThat(school.count("notice.notice_default")).isZero();
		assertThat(school.count("notice.push_end_default")).isZero();
	}

	@Test
	void whatTheDefaultHoldsAlreadyMovesAlong() {
		ScoreChanged ten = school.score(null, Scores.of20(10));
		school.decide(ten);
		school.decide(school.score(Scores.of20(10), Scores.of20(12)));
		assertThat(school.count("notice.trace_default")).isEqualTo(2);

		partitions.makeAhead();

		assertThat(school.count("notice.trace_default")).isZero();
		assertThat(school.count("notice.trace_20261124")).isEqualTo(2);
		assertThat(school.count("notice.notice_default")).isZero();
		assertThat(school.count("notice.push_end_20261124")).isEqualTo(3);
		assertThat(school.rules(ten)).hasSize(5);
	}

	@Test
	void makingThemTwiceChangesNothing() {
		partitions.makeAhead();
		long before = school.count("pg_inherits");

		partitions.makeAhead();

		assertThat(school.count("pg_inherits")).isEqualTo(before);
	}
}
