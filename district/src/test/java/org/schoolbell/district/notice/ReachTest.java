package org.schoolbell.district.notice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.gradebook.Assignment;
import org.schoolbell.district.gradebook.Assignments;
import org.schoolbell.district.gradebook.Reach;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.testing.Records;

import static org.assertj.core.api.Assertions.assertThat;

class ReachTest {
	private final NoticeFixture school = new NoticeFixture(ReachOfChanges.class);
	private final Reach reach = school.district.get(Reach.class);

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void aPersonCountsOnceAndOnlyIfTheyWouldBeTold() {
		AssignmentId other = school.records.assignment("Lab", school.records.active(), Records.DUE);
		ScoreChanged eighteen = school.score(null, Scores.of20(18));
		ScoreChanged lab = school.score(school.maya, other, null, Scores.of20(19), false);

		assertThat(reach.of(List.of(eighteen, lab), List.of())).as("Maya, Ana, and Carla without a phone")
				.isEqualTo(new Reach.People(3, 2));
		assertThat(reach.of(List.of(by(school.ana, eighteen)), List.of())).as("Ana knows").isEqualTo(new Reach.People(2, 1));
		assertThat(reach.of(List.of(), List.of())).isEqualTo(new Reach.People(0, 0));
		school.district.get(PushSwitch.class).set(false, Origin.SERVER);
		assertThat(reach.of(List.of(eighteen), List.of())).as("pushes are off").isEqualTo(new Reach.People(3, 0));
	}

	@Test
	void anAssignmentThatWouldBeShownIsLookedAtAsIfItWere() {
		school.records.run("UPDATE gradebook.assignment SET shown = false WHERE id = ?", school.quiz.value());
		Assignment hidden = Objects.requireNonNull(school.district.get(Assignments.class).byId(List.of(school.quiz)).get(school.quiz));
		Assignment shown = new Assignment(hidden.id(), hidden.sourcedId(), hidden.section(), hidden.title(), hidden.term(), hidden.due(),
				Optional.of(BigDecimal.valueOf(20)), true, hidden.counts(), hidden.active());
		ScoreChanged eighteen = school.score(null, Scores.of20(18));

		assertThat(reach.of(List.of(eighteen), List.of())).isEqualTo(new Reach.People(0, 0));
		assertThat(reach.of(List.of(eighteen), List.of(shown))).isEqualTo(new Reach.People(3, 2));
	}

	/** What is said beforehand is what happens: for a class of families, whatever they chose. It changes nothing, and asks as often for one as for all. */
	@Test
	void itSaysWhomTheSameChangesThenTell() {
		SplittableRandom random = new SplittableRandom(20_261_124);
		List<ScoreChanged> changes = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			changes.add(school.score(family(random), school.quiz, null, Scores.of20(random.nextInt(21)), false));
		}

		Reach.People one = reach.of(changes.subList(0, 1), List.of());
		long before = school.count("notice.trace");
		Reach.People said = reach.of(changes, List.of());

		assertThat(one.told()).isLessThanOrEqualTo(said.told());
		assertThat(List.of(before, school.count("notice.trace"), school.count("notice.notice"), school.count("event.change")))
				.containsOnly(0L);
		school.decide(changes.toArray(ScoreChanged[]::new));
		Set<PersonId> told = new HashSet<>();
		Set<PersonId> onPhone = new HashSet<>();
		changes.forEach(change -> {
			told.addAll(school.inbox(change));
			onPhone.addAll(school.waiting(change));
		});
		assertThat(said).isEqualTo(new Reach.People(told.size(), onPhone.size()));
		assertThat(said.told()).isGreaterThan(40);
	}

	@Test
	void aHundredChangesTakeAsManyStatementsAsOne() {
		List<ScoreChanged> many = new ArrayList<>();
		SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 100; i++) {
			many.add(school.score(family(random), school.quiz, null, Scores.of20(3), false));
		}

		school.tap.reset();
		reach.of(many.subList(0, 1), List.of());
		int forOne = school.tap.count();
		school.tap.reset();
		reach.of(many, List.of());

		assertThat(school.tap.count()).isEqualTo(forOne).isLessThanOrEqualTo(6);
	}

	/** A student with up to two adults, of whom some are adults of others too. */
	private PersonId family(SplittableRandom random) {
		PersonId student = school.records.student("Student");
		for (PersonId adult : random.nextBoolean() ? List.of(school.ana, school.ben) : List.of(school.records.person("Adult"))) {
			school.records.relate(student, adult, random.nextInt(4) > 0);
			if (random.nextBoolean()) {
				school.choose(new Choice(adult, student, Kind.ASSIGNMENTS, random.nextInt(5) > 0,
						random.nextBoolean() ? null : BigDecimal.valueOf(70), true));
			}
			if (random.nextBoolean()) {
				school.phone(adult);
			}
		}
		return student;
	}

	private static ScoreChanged by(PersonId actor, ScoreChanged change) {
		return new ScoreChanged(change.id(), change.student(), change.assignment(), change.before(), change.after(), actor, change.at(),
				change.silent());
	}
}
