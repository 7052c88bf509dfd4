package org.schoolbell.district.notice;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.event.Subject;
import org.schoolbell.district.gradebook.RecentScores;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.Pairing;
import org.schoolbell.district.testing.Records;
import org.schoolbell.district.text.Rendered;

import static org.assertj.core.api.Assertions.assertThat;

class PreviewTest {
	private static final int MONTHS = 12;

	private final NoticeFixture school = new NoticeFixture(Preview.class, RecentScores.class);
	private final Preview preview = school.district.get(Preview.class);

	@AfterEach
	void close() {
		school.close();
	}

	/** What it says is what the real decider has done, for every person, whatever they chose, in months in which nothing was corrected. */
	@Test
	void inAMonthWithoutCorrectionsItIsWhatTheTracesSayHappened() {
		int told = 0;
		for (int month = 0; month < MONTHS; month++) {
			RandomGenerator random = new SplittableRandom(20_261_124 + month);
			PersonId student = school.records.student("Student");
			List<PersonId> people = family(student, random);
			List<ScoreChanged> changes = month(student, people, random);

			for (PersonId person : people) {
				Set<Subject> happened = new HashSet<>();
				changes.stream().filter(change -> wasTold(change, person)).forEach(change -> happened.add(change.subject()));
				List<Preview.Told> said = preview.of(inForce(person, student));
				assertThat(said).as("person %s in month %s", person.value(), month).extracting(Preview.Told::subject)
						.doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(happened);
				told += said.size();
			}
		}
		assertThat(told).as("the months are worth something").isGreaterThan(10 * MONTHS);
	}

	@Test
	void anotherChoiceSaysWhatItWouldHaveTold() {
		saved(school.quiz, Scores.of20(15), null, null);
		AssignmentId lab = school.records.assignment("Lab", school.records.active(), Records.DUE);
		saved(lab, Scores.of20(20, Flag.MISSING), null, null);

		assertThat(said(ben(true, null, true))).containsExactly("Maya: Lab is missing", "Maya: 15 of 20 on Unit 3 Quiz");
		assertThat(said(ben(true, "75", true))).as("exactly 75 % is not below").containsExactly("Maya: Lab is missing");
		assertThat(said(ben(true, "75.01", true))).hasSize(2);
		assertThat(said(ben(true, null, false))).containsExactly("Maya: 15 of 20 on Unit 3 Quiz");
		assertThat(said(ben(false, null, true))).isEmpty();
		assertThat(inForce(school.ben, school.maya).below()).as("nothing was saved").isEqualByComparingTo("80");
	}

	@Test
	void itLooksThirtyDaysBackAndShowsEachScoreOnceWithTheValueOfNow() {
		saved(school.quiz, Scores.of20(15), null, null);
		school.district.time().pass(Duration.ofDays(30));
		assertThat(said(ben(true, null, true))).hasSize(1);
		school.district.time().pass(Duration.ofMillis(1));
		assertThat(said(ben(true, null, true))).isEmpty();

		saved(school.quiz, Scores.of20(16), null, null);
		assertThat(said(ben(true, null, true))).containsExactly("Maya: 16 of 20 on Unit 3 Quiz");
	}

	/** The first load of a district brings a year in one night: what a writer says is of an earlier day is of that day. */
	@Test
	void aScoreIsOfTheDayThatItsWriterGaveIt() {
		LocalDate today = LocalDate.of(2026, 11, 24);
		saved(school.quiz, Scores.of20(15), null, today.minusDays(31));
		assertThat(said(ben(true, null, true))).isEmpty();

		saved(school.quiz, Scores.of20(15), null, today.minusDays(29));
		assertThat(preview.of(ben(true, null, true))).extracting(Preview.Told::on).containsExactly(today.minusDays(29));
		saved(school.quiz, Scores.of20(15), null, today.plusDays(3));
		assertThat(preview.of(ben(true, null, true))).extracting(Preview.Told::on).as("not in the future").containsExactly(today);
	}

	@Test
	void whoeverMayNotSeeTheStudentWouldNotHaveBeenTold() {
		saved(school.quiz, Scores.of20(15), null, null);

		assertThat(preview.of(new Choice(school.rosa, school.maya, Kind.ASSIGNMENTS, true, null, true))).isEmpty();
		assertThat(preview.of(new Choice(school.records.person("Stranger"), school.maya, Kind.ASSIGNMENTS, true, null, true))).isEmpty();
	}

	@Test
	void aHundredScoresTakeAsManyStatementsAsOne() {
		saved(school.quiz, Scores.of20(15), null, null);
		school.tap.reset();
		preview.of(ben(true, null, true));
		int forOne = school.tap.count();
		for (int i = 0; i < 100; i++) {
			saved(school.records.assignment("Lab " + i, school.records.active(), Records.DUE), Scores.of20(i % 21), null, null);
		}

		school.tap.reset();
		assertThat(preview.of(ben(true, null, true))).hasSize(101);

		assertThat(school.tap.count()).isEqualTo(forOne).isLessThanOrEqualTo(11);
	}

	/** Adults with every relation to the student and any choice, and the student. */
	private List<PersonId> family(PersonId student, RandomGenerator random) {
		List<PersonId> people = new ArrayList<>(List.of(student));
		for (int i = random.nextInt(1, 4); i > 0; i--) {
			PersonId adult = school.records.person("Adult");
			school.records.relate(student, adult, random.nextInt(4) > 0);
			people.add(adult);
		}
		for (PersonId person : people) {
			if (random.nextInt(4) > 0) {
				school.choose(new Choice(person, student, Kind.ASSIGNMENTS, random.nextInt(6) > 0,
						random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(101)), random.nextBoolean()));
			}
			if (random.nextBoolean()) {
				school.phone(person);
			}
		}
		return people;
	}

	/** Each score is said once, by whomever, at any moment of the month; what it is about is shown or not, of this year or last. */
	private List<ScoreChanged> month(PersonId student, List<PersonId> people, RandomGenerator random) {
		List<ScoreChanged> changes = new ArrayList<>();
		for (int day = 0; day < 30; day++) {
			school.district.time().pass(Duration.ofHours(23));
			AssignmentId assignment = school.records.assignment("Work " + day,
					random.nextInt(8) == 0 ? school.records.lastYear() : school.records.active(), Records.DUE);
			if (random.nextInt(6) == 0) {
				school.records.run("UPDATE gradebook.assignment SET shown = false WHERE id = ?", assignment.value());
			}
			ScoreValue value = Scores.any(random);
			if (value == null) {
				continue;
			}
			PersonId by = random.nextInt(5) == 0 ? people.get(random.nextInt(people.size())) : null;
			ScoreChanged made = school.score(student, assignment, null, value, false);
			ScoreChanged change = new ScoreChanged(made.id(), student, assignment, null, value, by, made.at(), false);
			write(change, null);
			school.append(change);
			changes.add(change);
		}
		school.decideAll();
		return changes;
	}

	private boolean wasTold(ScoreChanged change, PersonId person) {
		Map<PersonId, Integer> rules = school.rules(change);
		int rule = Objects.requireNonNull(rules.get(person));
		return rule == 0 || rule >= Rule.PUSH_DISABLED.code();
	}

	private Choice inForce(PersonId person, PersonId student) {
		return school.district.get(Choices.class).of(Kind.ASSIGNMENTS, List.of(new Pairing(person, student))).of(person, student);
	}

	private Choice ben(boolean on, @Nullable String below, boolean missing) {
		return new Choice(school.ben, school.maya, Kind.ASSIGNMENTS, on, below == null ? null : new BigDecimal(below), missing);
	}

	private List<String> said(Choice choice) {
		return preview.of(choice).stream().map(Preview.Told::text).map(Rendered::title).map(PreviewTest::withoutIsolates).toList();
	}

	private static String withoutIsolates(String text) {
		return text.replaceAll("[\\u2066-\\u2069]", "");
	}

	private void saved(AssignmentId assignment, ScoreValue value, @Nullable PersonId by, @Nullable LocalDate scoredOn) {
		ScoreChanged made = school.score(school.maya, assignment, null, value, false);
		write(new ScoreChanged(made.id(), school.maya, assignment, null, value, by, made.at(), false), scoredOn);
	}

	private void write(ScoreChanged change, @Nullable LocalDate scoredOn) {
		ScoreValue value = Objects.requireNonNull(change.after());
		Instant at = change.at();
		school.district.jdbc().sql("""
				INSERT INTO gradebook.score (assignment, student, sourced_id, points, percent, mark, flags, scored_on, changed_by, changed_at, modified_at)
				VALUES (:assignment, :student, 'score-' || :assignment || '-' || :student, :points, :percent, :mark, :flags, :on, :by, :at, :at)
				ON CONFLICT (assignment, student) DO UPDATE SET points = excluded.points, percent = excluded.percent, mark = excluded.mark,
					flags = excluded.flags, scored_on = excluded.scored_on, changed_at = excluded.changed_at
				""").param("assignment", change.assignment().value()).param("student", change.student().value())
				.param("points", value.points(), Types.NUMERIC).param("percent", value.percent(), Types.NUMERIC)
				.param("mark", value.mark(), Types.VARCHAR).param("flags", Flag.toBits(value.flags())).param("on", scoredOn, Types.DATE)
				.param("by", change.actor() == null ? null : change.actor().value(), Types.BIGINT)
				.param("at", at.atOffset(ZoneOffset.UTC)).update();
	}
}
