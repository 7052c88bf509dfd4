package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.event.log.ChangeLog;
import org.schoolbell.district.event.log.Claims;
import org.schoolbell.district.event.log.Lane;
import org.schoolbell.district.gradebook.EditOutcome.MoreThanPossible;
import org.schoolbell.district.gradebook.EditOutcome.Overtaken;
import org.schoolbell.district.gradebook.EditOutcome.Refused;
import org.schoolbell.district.gradebook.EditOutcome.Saved;
import org.schoolbell.district.gradebook.EditOutcome.Why;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.SectionId;
import org.schoolbell.district.roster.Sections;
import org.schoolbell.district.testing.CountedStatements;
import org.schoolbell.district.testing.TestDistrict;
import org.schoolbell.district.testing.TestSchool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ScoreEditsTest {
	private static final PersonId ADA = new PersonId(9_001);
	private static final PersonId GRACE = new PersonId(9_002);
	private static final CountedStatements STATEMENTS = new CountedStatements();
	private static TestDistrict district;
	private ScoreEdits edits;
	private TestSchool school;
	private SectionId section;
	private SourcedId quiz;
	private SourcedId student;

	@BeforeAll
	static void open() {
		district = TestDistrict.with(STATEMENTS::wrap, ScoreEdits.class, Scores.class, ScoreChecks.class, ScoreTable.class,
				Assignments.class, People.class, Sections.class, ChangeLog.class, Claims.class, NobodyReached.class);
	}

	@AfterAll
	static void close() {
		district.close();
	}

	@BeforeEach
	void makeSchool() {
		edits = district.get(ScoreEdits.class);
		school = TestSchool.in(district.jdbc());
		section = district.get(Sections.class).idsOf(List.of(new SourcedId(school.name() + "section"))).values().iterator().next();
		quiz = school.assignment(20);
		student = school.student();
		claimAll();
	}

	@Test
	void whatIsTypedIsSavedWithItsTeacherAndTheSameAgainSavesNothing() {
		ScoreState saved = saved(edit(typed(0, " 18,50 "), ADA));

		assertThat(saved.value()).isEqualTo(new ScoreValue(new BigDecimal("18.5"), new BigDecimal("92.5"), null, Set.of()));
		assertThat(saved.by()).isEqualTo(ADA);
		assertThat(claimAll()).singleElement().satisfies(event -> {
			assertThat(event.actor()).isEqualTo(ADA);
			assertThat(event.silent()).isFalse();
		});
		assertThat(edit(typed(saved.version(), "18.5"), ADA)).isEqualTo(new Saved(saved));
		assertThat(claimAll()).isEmpty();
	}

	@Test
	void anEditThatComesTwiceIsSavedOnceAndAnsweredTheSame() {
		ScoreEdit eighteen = typed(saved(edit(typed(0, "15"), ADA)).version(), "18");

		EditOutcome first = edit(eighteen, ADA);
		EditOutcome again = edit(eighteen, ADA);

		assertThat(again).isEqualTo(first);
		assertThat(claimAll()).hasSize(2);
	}

	@Test
	void anEditThatComesTwiceDoesNotUndoWhatAnotherTeacherDidMeanwhileEvenIfThatIsWhatWasThereBefore() {
		ScoreState fifteen = saved(edit(typed(0, "15"), ADA));
		ScoreEdit eighteen = typed(fifteen.version(), "18");
		ScoreState mine = saved(edit(eighteen, ADA));
		ScoreState backAgain = saved(edit(typed(mine.version(), "15"), GRACE));

		assertThat(edit(eighteen, ADA)).isEqualTo(new Overtaken(backAgain));
		assertThat(points()).isEqualTo("15");
	}

	@Test
	void anotherTeachersEditMeanwhileIsShownAndNotOverwrittenUntilTheTeacherHasSeenIt() {
		ScoreState theirs = saved(edit(typed(0, "18"), GRACE));

		assertThat(edit(typed(0, "12"), ADA)).isEqualTo(new Overtaken(theirs));
		assertThat(edit(new ScoreEdit(quiz, student, 0, null, Set.of(Flag.LATE), false), ADA)).isEqualTo(new Overtaken(theirs));
		assertThat(points()).isEqualTo("18");
		assertThat(saved(edit(typed(0, "18"), ADA))).as("what the other wrote is what I want").isEqualTo(theirs);

		assertThat(saved(edit(typed(theirs.version(), "12"), ADA)).value().points()).isEqualByComparingTo("12");
	}

	@Test
	void aScoreThatAnImportRemovedAndAnotherTeacherEnteredAnewIsNotTheOneThatWasSeen() {
		ScoreState seen = saved(edit(typed(0, "18"), ADA));
		district.jdbc().sql("DELETE FROM gradebook.score WHERE version = ?").param(seen.version()).update();

		assertThat(edit(typed(seen.version(), "12"), ADA)).isEqualTo(new Overtaken(null));
		ScoreState anew = saved(edit(typed(0, "18"), GRACE));
		assertThat(edit(typed(seen.version(), "12"), ADA)).isEqualTo(new Overtaken(anew));
	}

	/** Each of some teachers types into the same empty cells at once: every cell is one teacher's, and the others see whose. */
	@Test
	void ofTeachersWhoTypeAtOnceOneWinsEachCellAndTheOthersSeeIt() throws Exception {
		List<SourcedId> students = IntStream.range(0, 60).mapToObj(_ -> school.student()).toList();
		int teachers = 4;
		CyclicBarrier together = new CyclicBarrier(teachers);
		List<List<EditOutcome>> outcomes = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(teachers)) {
			List<Future<List<EditOutcome>>> saves = IntStream.range(0, teachers).mapToObj(teacher -> threads.submit(() -> {
				List<ScoreEdit> mine = students.stream().map(each -> new ScoreEdit(quiz, each, 0, "1" + teacher, null, false)).toList();
				together.await();
				return edits.save(section, teacher % 2 == 0 ? mine : mine.reversed(), new PersonId(teacher + 1), false);
			})).toList();
			for (int teacher = 0; teacher < teachers; teacher++) {
				List<EditOutcome> each = saves.get(teacher).get();
				outcomes.add(teacher % 2 == 0 ? each : each.reversed());
			}
		}

		for (int cell = 0; cell < students.size(); cell++) {
			int place = cell;
			List<EditOutcome> ofCell = outcomes.stream().map(each -> each.get(place)).toList();
			ScoreState winner = ofCell.stream().filter(Saved.class::isInstance).map(each -> ((Saved) each).now()).reduce((a, b) -> {
				throw new AssertionError("two saved one cell");
			}).orElseThrow();
			assertThat(ofCell.stream().filter(each -> !(each instanceof Saved))).hasSize(teachers - 1).containsOnly(new Overtaken(winner));
		}
		assertThat(claimAll()).hasSize(students.size()).allMatch(event -> event.before() == null);
	}

	@Test
	void aFlagLeavesThePointsAndWhatAGradebookDoesNotShow() {
		district.get(Scores.class).save(List.of(new ScoreToSave(quiz, student, null, new BigDecimal("87.25"), "B",
				Set.of(Flag.TURNED_IN, Flag.MISSING), null, null)), null, false);

		ScoreState late = saved(edit(new ScoreEdit(quiz, student, version(), null, Set.of(Flag.LATE), false), ADA));
		assertThat(late.value())
				.isEqualTo(new ScoreValue(null, new BigDecimal("87.25"), "B", Set.of(Flag.TURNED_IN, Flag.LATE)));

		ScoreState typed = saved(edit(typed(late.version(), "19"), ADA));
		assertThat(typed.value())
				.isEqualTo(new ScoreValue(BigDecimal.valueOf(19), BigDecimal.valueOf(95), null, Set.of(Flag.TURNED_IN, Flag.LATE)));

		ScoreState cleared = saved(edit(new ScoreEdit(quiz, student, typed.version(), "", Set.of(), false), ADA));
		assertThat(cleared.value()).isEqualTo(new ScoreValue(null, null, null, Set.of(Flag.TURNED_IN)));
	}

	@ParameterizedTest
	@CsvSource({"abc,NO_NUMBER", "12/20,NO_NUMBER", "1e3,NO_NUMBER", "1 8,NO_NUMBER", "'1,5,0',NO_NUMBER", "., NO_NUMBER", "NaN,NO_NUMBER",
			"-3,NEGATIVE", "−0.5,NEGATIVE", "-1e400,NO_NUMBER",
			"1e400,NO_NUMBER", "Infinity,NO_NUMBER", "85%,NO_NUMBER", "١٨,NO_NUMBER", "'1,250',NO_NUMBER", "'12,500',NO_NUMBER",
			"1000001,TOO_LARGE", "0.000000000000000000001,TOO_LARGE"})
	void whatIsNoPointsIsRefusedAndSaysWhy(String typed, Why why) {
		assertThat(edit(typed(0, typed), ADA)).isEqualTo(new Refused(why));
		assertThat(claimAll()).isEmpty();
		assertThat(stored()).isZero();
	}

	@Test
	void aCellThatIsNotOfThisSectionIsRefusedAndTheOthersAreSaved() {
		TestSchool other = TestSchool.in(district.jdbc());
		SourcedId gone = school.assignment(20);
		district.jdbc().sql("UPDATE gradebook.assignment SET active = false WHERE sourced_id = ?").param(gone.value()).update();
		List<ScoreEdit> cells = List.of(typed(0, "18"), new ScoreEdit(other.assignment(20), student, 0, "1", null, false),
				new ScoreEdit(quiz, other.student(), 0, "1", null, false), new ScoreEdit(quiz, school.stranger(), 0, "1", null, false),
				new ScoreEdit(new SourcedId("nothing"), new SourcedId("nobody"), 0, "1", null, false),
				new ScoreEdit(quiz, new SourcedId("nobody"), 0, "1", null, false), new ScoreEdit(gone, student, 0, "1", null, false));

		assertThat(edits.save(section, cells, ADA, false)).extracting(
				outcome -> outcome instanceof Refused(Why why) ? why : outcome.getClass()).containsExactly(Saved.class, Why.NO_ASSIGNMENT,
						Why.NO_STUDENT, Why.NO_STUDENT, Why.NO_ASSIGNMENT, Why.NO_STUDENT, Why.NO_ASSIGNMENT);
		assertThat(claimAll()).hasSize(1);
	}

	@Test
	void moreThanPossibleIsAskedOnceAndKeptWhenItIsMeant() {
		assertThat(edit(typed(0, "24"), ADA)).isEqualTo(new MoreThanPossible(new BigDecimal("20")));
		assertThat(stored()).isZero();

		ScoreState kept = saved(edit(new ScoreEdit(quiz, student, 0, "24", null, true), ADA));
		assertThat(kept.value().percent()).isEqualByComparingTo("120");
		assertThat(saved(edit(new ScoreEdit(quiz, student, kept.version(), "24", Set.of(Flag.LATE), false), ADA)).value().flags())
				.containsExactly(Flag.LATE);
		assertThat(saved(edit(new ScoreEdit(school.assignment(0), student, 0, "5", null, false), ADA)).value().points())
				.as("work for nothing but extra credit").isEqualByComparingTo("5");
	}

	@Test
	void aCommaIsADecimalPointUnlessThreeDigitsFollowAsInAThousand() {
		SourcedId project = school.assignment(2_000);

		for (String[] typed : new String[][]{{"18,5", "18.5"}, {"0,125", "0.125"}, {"1250,5", "1250.5"}, {"1250", "1250"},
				{"1.250", "1.25"}}) {
			SourcedId each = school.student();
			assertThat(saved(edit(new ScoreEdit(project, each, 0, typed[0], null, false), ADA)).value().points()).as(typed[0])
					.isEqualByComparingTo(typed[1]);
		}
	}

	@Test
	void tenMillionDigitsAreRefusedAtOnce() {
		assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> assertThat(edit(typed(0, "9".repeat(10_000_000)), ADA)).isEqualTo(new Refused(Why.NO_NUMBER)));
	}

	@Test
	void aScoreHasThePercentOfThePointsPossibleThatChangeWhileItIsSaved() {
		CompletableFuture<EditOutcome> saving = district.inTransactionGet(() -> {
			district.jdbc().sql("UPDATE gradebook.assignment SET points_max = 40 WHERE sourced_id = ?").param(quiz.value()).update();
			CompletableFuture<EditOutcome> waits = CompletableFuture.supplyAsync(() -> edit(typed(0, "18"), ADA));
			Awaitility.await().until(() -> waits.isDone() || district.jdbc()
					.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')")
					.query(Boolean.class).single());
			return waits;
		});

		assertThat(saved(saving.join()).value().percent()).isEqualByComparingTo("45");
	}

	@Test
	void workWithoutPointsHasAMark() {
		SourcedId essay = school.assignment(null);

		ScoreState saved = saved(edit(new ScoreEdit(essay, student, 0, " B+ ", null, false), ADA));
		assertThat(saved.value()).isEqualTo(new ScoreValue(null, null, "B+", Set.of()));
		assertThat(edit(new ScoreEdit(essay, student, saved.version(), "x".repeat(41), null, false), ADA))
				.isEqualTo(new Refused(Why.MARK_TOO_LONG));
	}

	@Test
	void whatIsSavedSilentlyTellsNobody() {
		edits.save(section, List.of(typed(0, "18")), ADA, true);

		assertThat(claimAll()).singleElement().satisfies(event -> assertThat(event.silent()).isTrue());
	}

	@Test
	void aHundredCellsTakeAsManyStatementsAsOne() {
		List<ScoreEdit> many = IntStream.range(0, 100).mapToObj(_ -> new ScoreEdit(quiz, school.student(), 0, "11", null, false)).toList();

		long one = STATEMENTS.of(() -> edits.save(section, List.of(typed(0, "18")), ADA, false));
		long hundred = STATEMENTS.of(() -> edits.save(section, many, ADA, false));

		assertThat(hundred).isEqualTo(one).isLessThanOrEqualTo(9);
	}

	@Test
	void aCellIsEditedOnceAtATime() {
		assertThatThrownBy(() -> edits.save(section, List.of(typed(0, "1"), typed(0, "2")), ADA, false))
				.isInstanceOf(IllegalArgumentException.class);
	}

	private ScoreEdit typed(long seen, String text) {
		return new ScoreEdit(quiz, student, seen, text, null, false);
	}

	private EditOutcome edit(ScoreEdit edit, PersonId teacher) {
		return edits.save(section, List.of(edit), teacher, false).getFirst();
	}

	private static ScoreState saved(EditOutcome outcome) {
		assertThat(outcome).isInstanceOfSatisfying(Saved.class, saved -> assertThat(saved.now()).isNotNull());
		ScoreState now = ((Saved) outcome).now();
		if (now == null) {
			throw new AssertionError();
		}
		return now;
	}

	private long version() {
		return district.jdbc()
				.sql("SELECT s.version FROM gradebook.score s JOIN roster.person p ON p.id = s.student WHERE p.sourced_id = ?")
				.param(student.value()).query(Long.class).single();
	}

	private @Nullable String points() {
		return district.jdbc()
				.sql("SELECT trim_scale(s.points)::text FROM gradebook.score s JOIN roster.person p ON p.id = s.student WHERE p.sourced_id = ?")
				.param(student.value()).query(String.class).single();
	}

	private long stored() {
		return district.jdbc().sql("SELECT count(*) FROM gradebook.score s JOIN roster.person p ON p.id = s.student WHERE p.sourced_id = ?")
				.param(student.value()).query(Long.class).single();
	}

	private static List<ScoreChanged> claimAll() {
		Claims claims = district.get(Claims.class);
		List<ScoreChanged> events = new ArrayList<>();
		for (Lane lane : Lane.ALL) {
			List<SchoolEvent> claimed = district.inTransactionGet(() -> claims.claim(lane).orElseThrow());
			claimed.forEach(event -> events.add((ScoreChanged) event));
		}
		return events;
	}
}
