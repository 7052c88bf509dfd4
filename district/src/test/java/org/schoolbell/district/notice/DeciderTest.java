package org.schoolbell.district.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.event.log.ChangeLog;
import org.schoolbell.district.event.log.Claims;
import org.schoolbell.district.event.log.Lane;
import org.schoolbell.district.event.log.Wake;

import static org.assertj.core.api.Assertions.assertThat;

class DeciderTest {
	private final NoticeFixture school = new NoticeFixture(Decider.class);
	private final Decider decider = school.district.get(Decider.class);

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void aCommittedChangeIsDecidedByItselfAndWakesThePublisher() throws InterruptedException {
		ScoreChanged twelve = school.score(null, Scores.of20(12));

		school.append(twelve);

		assertThat(school.district.get(Wake.class).await(Duration.ofSeconds(20))).isTrue();
		assertThat(school.waiting(twelve)).contains(school.ana);
	}

	@Test
	void aStoppedDeciderLeavesChangesAndAStartedOneFindsThem() {
		decider.stop();
		ScoreChanged twelve = school.score(null, Scores.of20(12));
		school.append(twelve);
		assertThat(decider.isRunning()).isFalse();
		assertThat(school.count("event.change")).isEqualTo(1);

		decider.start();

		await(() -> school.count("event.change") == 0);
		assertThat(school.inbox(twelve)).contains(school.ana);
	}

	/** A change that cannot be read stops its lane and no other, is not lost, and is decided once it can be. */
	@Test
	void aPoisonedLaneStopsNoOther() {
		PersonId other = students().stream().filter(student -> !lane(student).equals(lane(school.maya))).findFirst().orElseThrow();
		decider.stop();
		ScoreChanged poisoned = school.score(null, Scores.of20(12));
		school.append(poisoned);
		school.records.run("UPDATE event.change SET after = jsonb_set(after, '{flags}', '16384')");
		decider.start();
		await(() -> failures() >= 1);

		ScoreChanged healthy = school.score(other, school.quiz, null, Scores.of20(12), false);
		school.append(healthy);
		await(() -> !school.inbox(healthy).isEmpty());
		assertThat(school.count("event.change")).isEqualTo(1);

		school.records.run("UPDATE event.change SET after = jsonb_set(after, '{flags}', '0')");
		await(() -> school.count("event.change") == 0);
		assertThat(school.inbox(poisoned)).contains(school.ana);
	}

	@Test
	void twoServersDecideEachChangeOnceAndInOrder() {
		Decider second = new Decider(school.district.get(Claims.class), school.district.get(LaneDecider.class),
				school.district.get(ChangeLog.class), new Wake(), new SimpleMeterRegistry());
		second.start();
		List<PersonId> students = students();
		List<ScoreChanged> all = new ArrayList<>();
		for (int points = 1; points <= 15; points++) {
			int now = points;
			List<ScoreChanged> save = students.stream()
					.map(student -> school.score(student, school.quiz, now == 1 ? null : Scores.of20(now - 1), Scores.of20(now), false))
					.toList();
			school.append(save.toArray(ScoreChanged[]::new));
			all.addAll(save);
		}
		await(() -> school.count("event.change") == 0);
		decider.stop();
		second.stop();

		assertThat(school.count("notice.trace")).isEqualTo(all.size());
		assertThat(school.count("(SELECT DISTINCT event FROM notice.trace) t")).isEqualTo(all.size());
		List<ScoreChanged> last = all.subList(all.size() - students.size(), all.size());
		assertThat(last).allSatisfy(event -> assertThat(school.inbox(event)).contains(event.student()));
	}

	private List<PersonId> students() {
		return IntStream.range(0, 12).mapToObj(i -> school.records.student("Student " + i)).toList();
	}

	private Lane lane(PersonId student) {
		return Lane.of(school.score(student, school.quiz, null, null, false));
	}

	private double failures() {
		return school.district.get(MeterRegistry.class).counter("schoolbell.decider.failures").count();
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("a condition that does not come true").isLessThan(deadline);
			Thread.onSpinWait();
		}
	}
}
