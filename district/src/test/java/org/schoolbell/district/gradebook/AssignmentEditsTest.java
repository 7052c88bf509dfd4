package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.event.Fold;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.event.log.ChangeLog;
import org.schoolbell.district.event.log.Claims;
import org.schoolbell.district.event.log.Lane;
import org.schoolbell.district.gradebook.AssignmentEdits.Found;
import org.schoolbell.district.gradebook.AssignmentEdits.Outcome;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Sections;
import org.schoolbell.district.roster.TaughtSection;
import org.schoolbell.district.roster.Teaching;
import org.schoolbell.district.testing.TestDistrict;
import org.schoolbell.district.testing.TestSchool;

import static org.assertj.core.api.Assertions.assertThat;

class AssignmentEditsTest {
	private static final PersonId ADA = new PersonId(9_001);
	private static final LocalDate DUE = LocalDate.of(2026, 11, 23);
	private static TestDistrict district;
	private AssignmentEdits edits;
	private TestSchool school;
	private TaughtSection section;

	@BeforeAll
	static void open() {
		district = TestDistrict.with(AssignmentEdits.class, AssignmentTable.class, Scores.class, ScoreChecks.class, ScoreTable.class,
				Assignments.class, Calendars.class, People.class, Sections.class, Teaching.class, ChangeLog.class, Claims.class,
				NobodyReached.class);
	}

	@AfterAll
	static void close() {
		district.close();
	}

	@BeforeEach
	void makeSchool() {
		edits = district.get(AssignmentEdits.class);
		school = TestSchool.in(district.jdbc());
		section = district.get(Teaching.class).section(new SourcedId(school.name() + "section")).orElseThrow();
		claimAll();
	}

	@Test
	void anAssignmentThatIsSentTwiceIsMadeOnceInTheShortestTermThatHoldsItsDay() {
		district.jdbc().sql("""
				INSERT INTO calendar.term (sourced_id, title, type, school_year, parent, starts, ends)
				SELECT sourced_id || '-q', 'Quarter 2', 'gradingPeriod', school_year, id, '2026-11-01', '2027-01-01'
				FROM calendar.term WHERE sourced_id = ?
				""").param(school.name() + "term").update();
		UUID form = UUID.randomUUID();

		edits.create(section, form, draft("Lab report 4", "20"));
		edits.create(section, form, draft("Lab report 4", "20"));

		assertThat(district.jdbc().sql("""
				SELECT a.title || ', ' || a.points_max || ', ' || t.title FROM gradebook.assignment a JOIN calendar.term t ON t.id = a.term
				WHERE a.section = ?
				""").param(section.id().value()).query(String.class).list()).containsExactly("Lab report 4, 20, Quarter 2");
	}

	@Test
	void whoSawAnOlderVersionIsShownTheNewOneAndChangesNothing() {
		Found found = find(school.assignment(20));
		change(found, title(found, "Theirs"));

		district.time().pass(Duration.ofMinutes(1));
		Outcome outcome = edits.change(section, found.sourcedId(), title(found, "Mine"), found.seen(), ADA, false);

		assertThat(outcome).isEqualTo(new Outcome.Overtaken(find(found.sourcedId())));
		assertThat(find(found.sourcedId()).draft().title()).isEqualTo("Theirs");
		assertThat(edits.change(section, found.sourcedId(), title(found, "Theirs"), found.seen(), ADA, false))
				.as("it is as I want it").isEqualTo(new Outcome.Saved());
	}

	@Test
	void anotherSectionsAssignmentIsNotFoundAndNotChanged() {
		TestSchool other = TestSchool.in(district.jdbc());
		SourcedId theirs = other.assignment(20);

		assertThat(edits.find(section, theirs)).isEmpty();
		assertThat(edits.change(section, theirs, draft("Mine", "20"), Instant.EPOCH, ADA, false)).isEqualTo(new Outcome.Gone());
	}

	@Test
	void showingAHiddenAssignmentIsNewsOfEachScoreThatSaysSomething() {
		SourcedId quiz = hidden(school.assignment(20));
		SourcedId scored = school.student();
		score(quiz, scored, "18");
		SourcedId nothing = school.student();
		score(quiz, nothing, "3");
		score(quiz, nothing, null);
		claimAll();
		Found found = find(quiz);

		assertThat(edits.change(section, quiz, shown(found, true), found.seen(), ADA, true)).isEqualTo(new Outcome.Saved());

		assertThat(claimAll()).singleElement().satisfies(event -> {
			assertThat(event.before()).isNull();
			assertThat(Objects.requireNonNull(event.after()).points()).isEqualByComparingTo("18");
			assertThat(event.actor()).isEqualTo(ADA);
			assertThat(event.silent()).isTrue();
		});
	}

	@Test
	void hidingNewPointsAndANewDueDateAreNoNewsAndTakeBackWhatWasNotToldYet() {
		for (String what : List.of("hidden", "points", "due")) {
			SourcedId quiz = school.assignment(20);
			SourcedId told = school.student();
			score(quiz, told, "12");
			claimAll();
			score(quiz, told, "15");
			score(quiz, school.student(), "18");
			Found found = find(quiz);
			change(found, switch (what) {
				case "hidden" -> shown(found, false);
				case "points" -> new AssignmentDraft("Quiz", null, DUE, new BigDecimal("40"), true, true);
				default -> new AssignmentDraft("Quiz", null, DUE.plusDays(1), new BigDecimal("20"), true, true);
			});

			List<ScoreChanged> undecided = claimAll();
			assertThat(undecided).as(what).hasSize(4);
			assertThat(Fold.bySubject(undecided)).as(what).allMatch(folded -> folded.event().withdrawn());
		}
	}

	@Test
	void aNewTitleOrCategoryTakesNothingBack() {
		SourcedId quiz = school.assignment(20);
		score(quiz, school.student(), "18");
		Found found = find(quiz);

		change(found, title(found, "Quiz 6"));

		assertThat(claimAll()).singleElement().satisfies(event -> assertThat(event.withdrawn()).isFalse());
	}

	@Test
	void otherPointsPossibleGiveScoresAnotherPercentButNotWhereAWriterSaidIt() {
		SourcedId quiz = school.assignment(20);
		SourcedId computed = school.student();
		score(quiz, computed, "18");
		SourcedId written = school.student();
		district.get(Scores.class).save(
				List.of(new ScoreToSave(quiz, written, new BigDecimal("18"), new BigDecimal("75"), null, Set.of(), null, null)), null,
				false);

		change(find(quiz), draft("Quiz", "40"));
		assertThat(percents(quiz)).isEqualTo(sorted(computed, "45", written, "75"));
		change(find(quiz), draft("Quiz", null));
		assertThat(percents(quiz)).isEqualTo(sorted(computed, "none", written, "75"));
		change(find(quiz), draft("Quiz", "7"));
		assertThat(percents(quiz)).isEqualTo(sorted(computed, "257.1428", written, "75"));
	}

	@Test
	void aScoreThatIsSavedWhileThePointsPossibleChangeHasThePercentOfTheNewOnes() {
		SourcedId quiz = school.assignment(20);
		SourcedId student = school.student();
		CompletableFuture<Void> save = district.inTransactionGet(() -> {
			change(find(quiz), draft("Quiz", "40"));
			CompletableFuture<Void> saving = CompletableFuture.runAsync(() -> score(quiz, student, "18"));
			Awaitility.await().until(() -> saving.isDone() || district.jdbc()
					.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')")
					.query(Boolean.class).single());
			return saving;
		});
		save.join();

		assertThat(percents(quiz)).isEqualTo(sorted(student, "45"));
	}

	private void change(Found found, AssignmentDraft draft) {
		district.time().pass(Duration.ofMinutes(1));
		assertThat(edits.change(section, found.sourcedId(), draft, found.seen(), ADA, false)).isEqualTo(new Outcome.Saved());
	}

	private Found find(SourcedId assignment) {
		return edits.find(section, assignment).orElseThrow();
	}

	private SourcedId hidden(SourcedId assignment) {
		district.jdbc().sql("UPDATE gradebook.assignment SET shown = false WHERE sourced_id = ?").param(assignment.value()).update();
		return assignment;
	}

	private static AssignmentDraft draft(String title, @Nullable String points) {
		return new AssignmentDraft(title, null, DUE, points == null ? null : new BigDecimal(points), true, true);
	}

	private static AssignmentDraft title(Found found, String title) {
		AssignmentDraft draft = found.draft();
		return new AssignmentDraft(title, draft.category(), draft.due(), draft.points(), draft.shown(), draft.counts());
	}

	private static AssignmentDraft shown(Found found, boolean shown) {
		AssignmentDraft draft = found.draft();
		return new AssignmentDraft(draft.title(), draft.category(), draft.due(), draft.points(), shown, draft.counts());
	}

	private static void score(SourcedId assignment, SourcedId student, @Nullable String points) {
		district.get(Scores.class).save(List.of(
				new ScoreToSave(assignment, student, points == null ? null : new BigDecimal(points), null, null, Set.of(), null, null)),
				null,
				false);
	}

	private static Map<String, String> percents(SourcedId assignment) {
		Map<String, String> percents = new TreeMap<>();
		district.jdbc().sql("""
				SELECT p.sourced_id, coalesce(trim_scale(s.percent)::text, 'none') AS percent
				FROM gradebook.score s JOIN roster.person p ON p.id = s.student JOIN gradebook.assignment a ON a.id = s.assignment
				WHERE a.sourced_id = ?
				""").param(assignment.value()).query(row -> {
			percents.put(row.getString("sourced_id"), row.getString("percent"));
		});
		return percents;
	}

	private static Map<String, String> sorted(Object... studentsAndPercents) {
		Map<String, String> percents = new TreeMap<>();
		for (int i = 0; i < studentsAndPercents.length; i += 2) {
			percents.put(studentsAndPercents[i].toString(), (String) studentsAndPercents[i + 1]);
		}
		return percents;
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
