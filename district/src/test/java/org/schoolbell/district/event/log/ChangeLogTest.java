package org.schoolbell.district.event.log;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChangeLogTest {
	private static final PersonId STUDENT = new PersonId(41);

	private static final TestDistrict DISTRICT = TestDistrict.with(ChangeLog.class, Claims.class);
	private final ChangeLog log = DISTRICT.get(ChangeLog.class);
	private final Claims claims = DISTRICT.get(Claims.class);
	private final RandomGenerator random = new SplittableRandom(1);

	@BeforeEach
	void empty() {
		DISTRICT.jdbc().sql("TRUNCATE event.change").update();
	}

	@AfterAll
	static void close() {
		DISTRICT.close();
	}

	@Test
	void whatIsAppendedIsClaimedOnceAndInOrderAsItWas() {
		List<ScoreChanged> events = randomEvents(500, 7);

		DISTRICT.inTransaction(() -> log.append(events));

		List<SchoolEvent> claimed = new ArrayList<>();
		for (Lane lane : claims.waiting()) {
			List<SchoolEvent> ofLane = claim(lane);
			assertThat(ofLane).isEqualTo(events.stream().filter(event -> Lane.of(event).equals(lane)).toList());
			claimed.addAll(ofLane);
		}
		assertThat(claimed).containsExactlyInAnyOrderElementsOf(events);
		assertThat(claims.waiting()).isEmpty();
	}

	@Test
	void aChangeNeedsTheTransactionOfItsRecord() {
		assertThatThrownBy(() -> log.append(List.of(score(STUDENT, 1)))).isInstanceOf(IllegalTransactionStateException.class);
		assertThatThrownBy(() -> claims.claim(Lane.ALL.getFirst())).isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void aRolledBackClaimLeavesEverythingAsItWas() {
		ScoreChanged event = score(STUDENT, 1);
		DISTRICT.inTransaction(() -> log.append(List.of(event)));

		assertThatThrownBy(() -> DISTRICT.inTransaction(() -> {
			assertThat(claims.claim(Lane.of(event)).orElseThrow()).hasSize(1);
			throw new IllegalArgumentException("dies here");
		})).hasMessage("dies here");

		assertThat(claim(Lane.of(event))).containsExactly(event);
	}

	@Test
	void aClaimTakesTheOldestAndAtMostItsLimit() {
		List<ScoreChanged> events = IntStream.range(0, Claims.AT_MOST + 5).mapToObj(i -> score(STUDENT, i)).toList();
		DISTRICT.inTransaction(() -> log.append(events));

		Lane lane = Lane.of(events.getFirst());
		assertThat(claim(lane)).isEqualTo(events.subList(0, Claims.AT_MOST));
		assertThat(claim(lane)).isEqualTo(events.subList(Claims.AT_MOST, events.size()));
	}

	@Test
	void aLaneHasOneClaimantAtATime() throws SQLException {
		ScoreChanged event = score(STUDENT, 1);
		DISTRICT.inTransaction(() -> log.append(List.of(event)));
		try (Connection other = DISTRICT.address().open()) {
			other.setAutoCommit(false);
			other.createStatement().execute("SELECT pg_advisory_xact_lock(" + 0x5C4001 + ", " + Lane.of(event).number() + ")");

			assertThat(DISTRICT.inTransactionGet(() -> claims.claim(Lane.of(event)))).isEmpty();

			other.rollback();
		}
		assertThat(claim(Lane.of(event))).containsExactly(event);
	}

	/** A transaction took its numbers, then lasted; others with higher numbers committed and were claimed meanwhile. */
	@Test
	void aLowerNumberThatCommitsLateIsClaimedAllTheSame() throws SQLException {
		ScoreChanged early = score(STUDENT, 1);
		ScoreChanged late = score(STUDENT, 2);
		try (Connection slow = DISTRICT.address().open()) {
			slow.setAutoCommit(false);
			insertBy(slow, early);
			DISTRICT.inTransaction(() -> log.append(List.of(late)));
			assertThat(claim(Lane.of(late))).containsExactly(late);

			slow.commit();
		}

		assertThat(claimWithinSeconds(Lane.of(early))).containsExactly(early);
	}

	/** Late enough for the watermark to have been set anew by many claims in between. */
	@Test
	void aChangeOfALongTransactionIsClaimedAfterManyOthers() throws SQLException {
		ScoreChanged early = score(STUDENT, 1);
		Lane lane = Lane.of(early);
		try (Connection slow = DISTRICT.address().open()) {
			slow.setAutoCommit(false);
			insertBy(slow, early);
			for (int i = 0; i < 50; i++) {
				ScoreChanged other = score(STUDENT, 100 + i);
				DISTRICT.inTransaction(() -> log.append(List.of(other)));
				assertThat(claim(lane)).containsExactly(other);
			}

			slow.commit();
		}

		assertThat(claimWithinSeconds(lane)).containsExactly(early);
	}

	@Test
	void aCommitWakesWhoWaitsAndARollbackDoesNot() throws InterruptedException {
		log.wake().await(Duration.ZERO);

		DISTRICT.inTransaction(() -> log.append(List.of(score(STUDENT, 1))));
		assertThat(log.wake().await(Duration.ZERO)).isTrue();

		assertThatThrownBy(() -> DISTRICT.inTransaction(() -> {
			log.append(List.of(score(STUDENT, 2)));
			throw new IllegalArgumentException("refused");
		})).hasMessage("refused");
		assertThat(log.wake().await(Duration.ZERO)).isFalse();
	}

	@Test
	void studentsAreSpreadOverAllLanesOfTheirUrgency() {
		List<Lane> lanes = IntStream.range(0, 400).mapToObj(i -> Lane.of(score(new PersonId(3L * i), 1))).distinct().toList();

		assertThat(lanes).hasSize(Lane.PER_URGENCY).noneMatch(Lane::urgent);
	}

	private List<SchoolEvent> claim(Lane lane) {
		return DISTRICT.inTransactionGet(() -> claims.claim(lane)).orElseThrow();
	}

	private List<SchoolEvent> claimWithinSeconds(Lane lane) {
		long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (System.nanoTime() < deadline) {
			if (claims.waiting().contains(lane)) {
				return claim(lane);
			}
			Thread.onSpinWait();
		}
		return List.of();
	}

	private static void insertBy(Connection connection, ScoreChanged event) throws SQLException {
		ChangeRow row = ChangeRow.of(event);
		try (var insert = connection.prepareStatement("""
				INSERT INTO event.change (lane, id, root, kind, subject, record, before, after, actor, at, silent)
				VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, NULL, ?::timestamptz, ?)
				""")) {
			insert.setInt(1, Lane.of(event).number());
			insert.setObject(2, event.id().value());
			insert.setLong(3, event.student().value());
			insert.setInt(4, event.kind().code());
			insert.setObject(5, event.subject().value());
			insert.setLong(6, row.record());
			insert.setString(7, row.before());
			insert.setString(8, row.after());
			insert.setString(9, event.at().toString());
			insert.setBoolean(10, event.silent());
			insert.executeUpdate();
		}
	}

	private ScoreChanged score(PersonId student, int points) {
		return new ScoreChanged(EventId.at(TestDistrict.START, random), student, new AssignmentId(9), null,
				new ScoreValue(BigDecimal.valueOf(points), null, null, EnumSet.noneOf(Flag.class)), null, TestDistrict.START, false);
	}

	private static List<ScoreChanged> randomEvents(int count, long seed) {
		RandomGenerator seeded = new SplittableRandom(seed);
		return IntStream.range(0, count)
				.mapToObj(i -> new ScoreChanged(EventId.at(TestDistrict.START, seeded), new PersonId(seeded.nextLong(1, 60)),
						new AssignmentId(seeded.nextLong(1, 9)), randomValue(seeded).orElse(null), randomValue(seeded).orElse(null),
						seeded.nextBoolean() ? new PersonId(7) : null, TestDistrict.START.plusMillis(i), seeded.nextBoolean()))
				.toList();
	}

	private static Optional<ScoreValue> randomValue(RandomGenerator random) {
		if (random.nextInt(4) == 0) {
			return Optional.empty();
		}
		EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
		for (Flag flag : Flag.values()) {
			if (random.nextInt(4) == 0) {
				flags.add(flag);
			}
		}
		return Optional.of(new ScoreValue(random.nextBoolean() ? BigDecimal.valueOf(random.nextLong(10_000), random.nextInt(4)) : null,
				random.nextBoolean() ? BigDecimal.valueOf(random.nextLong(10_000), 2) : null,
				random.nextBoolean() ? "B+ \"é\" \\ {} \t'" : null, flags));
	}
}
