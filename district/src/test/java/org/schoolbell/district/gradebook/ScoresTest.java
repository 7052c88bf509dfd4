package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.event.log.ChangeLog;
import org.schoolbell.district.event.log.Claims;
import org.schoolbell.district.event.log.Lane;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Sections;
import org.schoolbell.district.testing.CountedStatements;
import org.schoolbell.district.testing.TestDistrict;
import org.schoolbell.district.testing.TestSchool;

import static org.assertj.core.api.Assertions.assertThat;

class ScoresTest {
	private static final CountedStatements STATEMENTS = new CountedStatements();
	private static TestDistrict district;
	private Scores scores;
	private TestSchool school;

	@BeforeAll
	static void open() {
		district = TestDistrict.with(STATEMENTS::wrap, Scores.class, ScoreChecks.class, ScoreTable.class, Assignments.class, People.class,
				Sections.class, ChangeLog.class, Claims.class);
	}

	@AfterAll
	static void close() {
		district.close();
	}

	@BeforeEach
	void makeSchool() {
		scores = district.get(Scores.class);
		school = TestSchool.in(district.jdbc());
		claimAll();
	}

	/** Random batches against a map that remembers what was said last: outcomes, events and rows must be those of the map. */
	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4, 5})
	void batchesSaveWhatIsValidAndEachRealChangeHasOneEvent(long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		List<SourcedId> assignments = List.of(school.assignment(20), school.assignment(7), school.assignment(null));
		List<SourcedId> students = List.of(school.student(), school.student(), school.student(), school.student());
		Map<String, ScoreValue> model = new HashMap<>();
		for (int round = 0; round < 12; round++) {
			List<ScoreToSave> batch = IntStream.range(0, random.nextInt(1, 30)).mapToObj(_ -> randomScore(random, assignments, students))
					.toList();
			List<SaveOutcome> outcomes = scores.save(batch, null, false);

			assertThat(outcomes).as("seed %d, round %d", seed, round).hasSameSizeAs(batch);
			assertThat(logged()).as("seed %d, round %d", seed, round).isEqualTo(expected(batch, outcomes, model));
		}
		assertThat(stored()).isEqualTo(model);
	}

	@Test
	void twoBatchesOfAThousandAtOnceNeitherBlockEachOtherForEverNorLoseAChange() throws Exception {
		SourcedId quiz = school.assignment(20);
		List<SourcedId> students = IntStream.range(0, 1_000).mapToObj(_ -> school.student()).toList();
		List<Integer> points = List.of(11, 12, 13, 14);
		try (ExecutorService writers = Executors.newFixedThreadPool(points.size())) {
			List<Future<List<SaveOutcome>>> saves = new ArrayList<>();
			for (int each : points) {
				List<ScoreToSave> batch = new ArrayList<>(students.stream().map(student -> points(quiz, student, each)).toList());
				Collections.shuffle(batch, new Random(each));
				saves.add(writers.submit(() -> scores.save(batch, null, false)));
			}
			for (Future<List<SaveOutcome>> save : saves) {
				assertThat(save.get()).allMatch(SaveOutcome.Changed.class::isInstance);
			}
		}

		Map<Object, List<ScoreChanged>> chains = new HashMap<>();
		claimAll().forEach(event -> chains.computeIfAbsent(event.subject(), _ -> new ArrayList<>()).add(event));
		assertThat(chains).hasSize(1_000);
		chains.values().forEach(chain -> {
			assertThat(chain).hasSize(points.size());
			@Nullable
			ScoreValue before = null;
			for (ScoreChanged change : chain) {
				assertThat(change.before()).isEqualTo(before);
				before = change.after();
			}
		});
	}

	@Test
	void aBatchCostsTheSameFewStatementsWhateverItsSize() {
		SourcedId quiz = school.assignment(20);
		List<SourcedId> students = IntStream.range(0, 500).mapToObj(_ -> school.student()).toList();

		long one = STATEMENTS.of(() -> scores.save(List.of(points(quiz, students.getFirst(), 10)), null, false));
		long many = STATEMENTS.of(() -> scores.save(students.stream().map(student -> points(quiz, student, 11)).toList(), null, false));

		assertThat(one).isEqualTo(5);
		assertThat(many).isEqualTo(5);
	}

	@Test
	void theLastOfSeveralScoresOfAStudentStandsAndHasTheEvent() {
		SourcedId quiz = school.assignment(20);
		SourcedId maya = school.student();

		List<SaveOutcome> outcomes = scores.save(List.of(points(quiz, maya, 10), points(quiz, maya, 11), points(quiz, maya, -1)), null,
				false);

		assertThat(outcomes.get(0)).isEqualTo(new SaveOutcome.Unchanged(false));
		assertThat(outcomes.get(1)).isInstanceOf(SaveOutcome.Changed.class);
		assertThat(outcomes.get(2)).isInstanceOf(SaveOutcome.Rejected.class);
		assertThat(claimAll()).singleElement().satisfies(event -> {
			assertThat(event.before()).isNull();
			assertThat(Objects.requireNonNull(event.after()).points()).isEqualByComparingTo("11");
		});
	}

	@Test
	void whatOnlyOneRosterSaysMakesNoEventAndSurvivesTheOtherDoor() {
		SourcedId quiz = school.assignment(20);
		SourcedId maya = school.student();
		SourcedId name = new SourcedId(school.name() + "result");
		scores.save(List.of(result(quiz, maya, 10, new ResultDetails(name, true, "see me"))), null, false);
		claimAll();

		assertThat(scores.save(List.of(result(quiz, maya, 10, new ResultDetails(name, false, "well done"))), null, false))
				.containsExactly(new SaveOutcome.Unchanged(false));
		scores.save(List.of(points(quiz, maya, 11)), null, false);

		assertThat(claimAll()).hasSize(1);
		assertThat(
				district.jdbc().sql("SELECT sourced_id, in_progress, comment FROM gradebook.score WHERE sourced_id = ?").param(name.value())
						.query().singleRow())
				.containsEntry("comment", "well done").containsEntry("in_progress", false);
	}

	@Test
	void aScoreTakesTheFirstNameThatAWriterGivesItAndKeepsIt() {
		SourcedId quiz = school.assignment(20);
		SourcedId maya = school.student();
		SourcedId leo = school.student();
		scores.save(List.of(points(quiz, maya, 10)), null, false);
		SourcedId name = new SourcedId(school.name() + "result");
		ResultDetails named = new ResultDetails(name, false, "");

		assertThat(scores.save(List.of(result(quiz, maya, 10, named)), null, false)).containsExactly(new SaveOutcome.Unchanged(false));
		assertThat(rejected(result(quiz, leo, 10, named))).isEqualTo(SaveOutcome.Field.SOURCED_ID);
		assertThat(rejected(result(quiz, maya, 10, new ResultDetails(new SourcedId(school.name() + "other"), false, ""))))
				.isEqualTo(SaveOutcome.Field.SOURCED_ID);
		assertThat(rejected(result(quiz, leo, 10, new ResultDetails(new SourcedId("schoolbell-mine"), false, ""))))
				.isEqualTo(SaveOutcome.Field.SOURCED_ID);
		assertThat(district.jdbc()
				.sql("SELECT s.sourced_id FROM gradebook.score s JOIN roster.person p ON p.id = s.student WHERE p.sourced_id = ?")
				.param(maya.value()).query(String.class).list()).containsExactly(name.value());
	}

	@Test
	void twoWritersWhoGiveOneNameToTwoScoresAtOnceAreBothAnswered() throws Exception {
		SourcedId quiz = school.assignment(20);
		for (int round = 0; round < 10; round++) {
			ResultDetails named = new ResultDetails(new SourcedId(school.name() + "race-" + round), false, "");
			List<SourcedId> students = List.of(school.student(), school.student());
			try (ExecutorService writers = Executors.newFixedThreadPool(2)) {
				List<Future<List<SaveOutcome>>> saves = students.stream()
						.map(student -> writers.submit(() -> scores.save(List.of(result(quiz, student, 10, named)), null, false))).toList();
				List<SaveOutcome> outcomes = List.of(saves.get(0).get().getFirst(), saves.get(1).get().getFirst());

				assertThat(outcomes).hasAtLeastOneElementOfType(SaveOutcome.Changed.class)
						.hasAtLeastOneElementOfType(SaveOutcome.Rejected.class);
			}
		}
	}

	@Test
	void theDayOfScoringIsTheWritersElseThatOfTheLastChange() {
		SourcedId quiz = school.assignment(20);
		SourcedId maya = school.student();
		LocalDate friday = LocalDate.of(2026, 11, 20);

		save(quiz, maya, 10, friday);
		assertThat(scoredOn(maya)).isEqualTo(friday);
		save(quiz, maya, 10, null);
		assertThat(scoredOn(maya)).isEqualTo(friday);
		save(quiz, maya, 11, null);
		assertThat(scoredOn(maya)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"0/20=0", "18/20=90", "1/3=33.3333", "2/3=66.6666", "25/20=125", "13.999/20=69.995", "19.9999999/20=99.9999"})
	void aPercentIsRoundedDownSoThatItIsBelowAThresholdOnlyIfItIs(String sum) {
		String[] parts = sum.split("[/=]");

		assertThat(ScoreLimits.percent(new BigDecimal(parts[0]), Optional.of(new BigDecimal(parts[1]))))
				.isEqualByComparingTo(parts[2]);
	}

	@Test
	void withoutPointsOrPointsPossibleThereIsNoPercent() {
		assertThat(ScoreLimits.percent(null, Optional.of(BigDecimal.TEN))).isNull();
		assertThat(ScoreLimits.percent(BigDecimal.ONE, Optional.empty())).isNull();
		assertThat(ScoreLimits.percent(BigDecimal.ONE, Optional.of(BigDecimal.ZERO))).isNull();
	}

	private static ScoreToSave randomScore(SplittableRandom random, List<SourcedId> assignments, List<SourcedId> students) {
		boolean unknown = random.nextInt(10) == 0;
		SourcedId student = unknown ? new SourcedId("nobody") : students.get(random.nextInt(students.size()));
		@Nullable
		BigDecimal points = random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(-1, 8));
		@Nullable
		String mark = random.nextInt(4) == 0 ? "B" : null;
		Set<Flag> flags = random.nextInt(4) == 0 ? Set.of(Flag.LATE) : Set.of();
		return new ScoreToSave(assignments.get(random.nextInt(assignments.size())), student, points, null, mark, flags, null, null);
	}

	/** What the log must hold after the batch, while the model takes the batch in. */
	private static Map<EventId, Change> expected(List<ScoreToSave> batch, List<SaveOutcome> outcomes, Map<String, ScoreValue> model) {
		Map<String, Integer> last = new HashMap<>();
		for (int i = 0; i < batch.size(); i++) {
			assertThat(outcomes.get(i) instanceof SaveOutcome.Rejected).isEqualTo(!valid(batch.get(i)));
			if (valid(batch.get(i))) {
				last.put(key(batch.get(i)), i);
			}
		}
		Map<EventId, Change> events = new HashMap<>();
		last.forEach((key, i) -> {
			ScoreValue after = value(batch.get(i));
			@Nullable
			ScoreValue before = model.put(key, after);
			if (Objects.equals(said(before), said(after))) {
				assertThat(outcomes.get(i)).isEqualTo(new SaveOutcome.Unchanged(before == null));
			} else {
				SaveOutcome.Changed changed = (SaveOutcome.Changed) outcomes.get(i);
				assertThat(changed.created()).isEqualTo(before == null);
				events.put(changed.event(), new Change(before, said(after)));
			}
		});
		assertThat(outcomes.stream().filter(SaveOutcome.Changed.class::isInstance)).hasSameSizeAs(events.keySet());
		return events;
	}

	private record Change(@Nullable ScoreValue before, @Nullable ScoreValue after) {}

	private static Map<EventId, Change> logged() {
		Map<EventId, Change> logged = new HashMap<>();
		claimAll().forEach(event -> logged.put(event.id(), new Change(event.before(), event.after())));
		return logged;
	}

	private static boolean valid(ScoreToSave score) {
		return !score.student().value().equals("nobody") && (score.points() == null || score.points().signum() >= 0);
	}

	private static String key(ScoreToSave score) {
		return score.assignment() + "/" + score.student();
	}

	/** The percent is written down here by another way of counting: 20 points are 5 % each, 7 points are cut after four decimals, marks have none. */
	private static ScoreValue value(ScoreToSave score) {
		List<String> sevenths = List.of("0", "14.2857", "28.5714", "42.8571", "57.1428", "71.4285", "85.7142", "100");
		@Nullable
		BigDecimal points = score.points();
		@Nullable
		BigDecimal percent = points == null ? null : switch (score.assignment().value().replaceAll(".*-", "")) {
			case "1" -> points.multiply(BigDecimal.valueOf(5));
			case "2" -> new BigDecimal(sevenths.get(points.intValue()));
			default -> null;
		};
		return new ScoreValue(points, percent, score.mark(), score.flags());
	}

	private static @Nullable ScoreValue said(@Nullable ScoreValue value) {
		return value == null || value.equals(new ScoreValue(null, null, null, Set.of())) ? null : value;
	}

	private Map<String, ScoreValue> stored() {
		Map<String, ScoreValue> stored = new HashMap<>();
		district.jdbc().sql("""
				SELECT a.sourced_id || '/' || p.sourced_id AS key, s.points, s.percent, s.mark, s.flags
				FROM gradebook.score s JOIN gradebook.assignment a ON a.id = s.assignment JOIN roster.person p ON p.id = s.student
				WHERE a.sourced_id LIKE ?
				""").param(school.name() + "%").query(row -> {
			stored.put(row.getString("key"), ScoreTable.value(row));
		});
		return stored;
	}

	private static List<ScoreChanged> claimAll() {
		Claims claims = district.get(Claims.class);
		List<ScoreChanged> events = new ArrayList<>();
		for (Lane lane : Lane.ALL) {
			List<SchoolEvent> claimed;
			do {
				claimed = district.inTransactionGet(() -> claims.claim(lane).orElseThrow());
				claimed.forEach(event -> events.add((ScoreChanged) event));
			} while (!claimed.isEmpty());
		}
		return events;
	}

	private SaveOutcome.Field rejected(ScoreToSave score) {
		return ((SaveOutcome.Rejected) scores.save(List.of(score), null, false).getFirst()).field();
	}

	private void save(SourcedId assignment, SourcedId student, int points, @Nullable LocalDate scoredOn) {
		scores.save(List.of(new ScoreToSave(assignment, student, BigDecimal.valueOf(points), null, null, Set.of(), scoredOn, null)), null,
				false);
	}

	private @Nullable LocalDate scoredOn(SourcedId student) {
		return district.jdbc()
				.sql("SELECT scored_on FROM gradebook.score s JOIN roster.person p ON p.id = s.student WHERE p.sourced_id = ?")
				.param(student.value()).query((row, _) -> Optional.ofNullable(row.getObject("scored_on", LocalDate.class))).single()
				.orElse(null);
	}

	private static ScoreToSave points(SourcedId assignment, SourcedId student, int points) {
		return new ScoreToSave(assignment, student, BigDecimal.valueOf(points), null, null, Set.of(), null, null);
	}

	private static ScoreToSave result(SourcedId assignment, SourcedId student, int points, ResultDetails details) {
		return new ScoreToSave(assignment, student, BigDecimal.valueOf(points), null, null, Set.of(), null, details);
	}
}
