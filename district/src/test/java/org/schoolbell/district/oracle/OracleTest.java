package org.schoolbell.district.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.gradebook.Scores;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestClient;
import org.schoolbell.district.testing.TestDistrict;
import org.schoolbell.district.testing.TestTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three random days of scores: on a district without scores; on top of that with changes from three days ago; and with pushes switched off. Each is
 * written while the decider stands still, then decided at once. {@code -Doracle.seed=N} makes other days.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Import(OracleTest.StandingClock.class)
class OracleTest extends ServerTest {
	private static final long SEED = Long.getLong("oracle.seed", 20_261_124);
	/** How often each rule must have been the reason, so that agreement says something of it. */
	private static final int TIMES = 20;
	/** What the decider takes of a lane at once, and so decides together. */
	private static final int LANE_AT_ONCE = 2_000;

	@Autowired
	private ApplicationContext context;
	@Autowired
	private TestTime time;
	@Autowired
	private Scores door;
	@Autowired
	private People people;
	@Autowired
	private PushSource outbox;
	@Autowired
	private DistrictZone zone;
	@Autowired
	private PlatformTransactionManager transactions;

	private final Map<Reading, Set<Answer>> expected = new HashMap<>();
	private final List<Amends> amends = Stream.concat(Stream.of(Amending.RIGHT), Amending.wrong().stream()).map(Amends::new).toList();
	private Set<Answer> traced = Set.of();
	private Set<Answer> corrected = Set.of();

	@TestConfiguration(proxyBeanMethods = false)
	static class StandingClock {
		@Bean
		@Primary
		TestTime standingClock() {
			return new TestTime(TestDistrict.START);
		}
	}

	@BeforeAll
	void threeDays() {
		System.out.println("oracle.seed=" + SEED);
		UnrulyDistrict.found(jdbc(), SEED, time.instant(), zone.zone());
		TestClient api = client();
		Journal journal = new Journal(jdbc());
		Teachers teachers = new Teachers(api, door, people, time, journal, new Random(SEED), Work.all(jdbc()));
		day(journal, teachers, () -> teachers.write(10));
		List<Amends.Departed> departed = Amends.half(jdbc(), outbox, new Random(SEED), time.instant());
		amends.forEach(one -> one.left(departed));
		day(journal, teachers, () -> {
			teachers.write(7);
			time.pass(Duration.ofHours(1));
			teachers.write(3);
			time.pass(Duration.ofHours(71));
			teachers.write(3);
		});
		assertThat(api.put("/api/v1/push-settings", "{\"enabled\": false}", Scope.SCHOOLBELL_WRITE).status()).isEqualTo(200);
		// One more school hides assignments from adults, of whom some have been told of some.
		jdbc().sql("UPDATE preference.display_hidden SET tool = 1 WHERE portal = 1 AND tool = 2").update();
		day(journal, teachers, () -> {
			teachers.write(3);
			time.pass(Duration.ofDays(3));
			teachers.write(3);
		});
		List<String> all = jdbc().sql("SELECT DISTINCT sourced_id FROM roster.person ORDER BY 1").query(String.class).list().stream()
				.map(Objects::requireNonNull).toList();
		traced = new Traces(api).of(all);
		corrected = new Traces(api).corrections(all);
		System.out.println(journal.posts() + " posts, " + journal.events() + " events, " + traced.size() + " recipients: " + fates(traced)
				+ ", " + corrected.size() + " corrected: " + fates(corrected));
	}

	private void day(Journal journal, Teachers teachers, Runnable writing) {
		Deciders deciders = new Deciders(context);
		deciders.stop();
		int day = journal.beginDay();
		teachers.beginDay();
		writing.run();
		assertThat(jdbc().sql("SELECT count(*) FROM event.change GROUP BY lane").query(Integer.class).list()).isNotEmpty()
				.allMatch(waiting -> waiting <= LANE_AT_ONCE);
		List<Reading> readings = Stream.concat(Stream.of(Reading.RIGHT), Reading.wrong().stream()).toList();
		Oracle oracle = new Oracle(jdbc(), transactions);
		oracle.ask(readings, day, time.instant(), zone.zone())
				.forEach((reading, answers) -> expected.computeIfAbsent(reading, _ -> new HashSet<>()).addAll(answers));
		List<Recipient> recipients = oracle.recipients(day, time.instant(), zone.zone());
		Map<String, Amends.Changed> changed = Amends.changed(jdbc(), day);
		Map<String, Set<String>> phones = Amends.phones(jdbc(), time.instant());
		amends.forEach(one -> one.decided(recipients, changed, phones));
		deciders.start();
		Awaitility.await().atMost(Duration.ofMinutes(2))
				.until(() -> jdbc().sql("SELECT NOT EXISTS (SELECT FROM event.change)").query(Boolean.class).single());
	}

	@Test
	void everyPossibleRecipientWasToldOrNotForTheReasonThatTheRulesName() {
		assertThat(differences(Reading.RIGHT)).isEmpty();
	}

	@Test
	void everyRuleWasTheReasonOften() {
		Map<String, Set<String>> times = new TreeMap<>();
		answers(Reading.RIGHT).forEach(answer -> times.computeIfAbsent(reason(answer), _ -> new HashSet<>())
				.add(answer.eventVerdict().equals("DROP") ? answer.event() : answer.event() + answer.person()));

		assertThat(Stream.of(Rule.values()).map(Rule::name)).allSatisfy(rule -> assertThat(times).containsKey(rule));
		assertThat(times).allSatisfy((rule, cases) -> assertThat(cases).as(rule).hasSizeGreaterThanOrEqualTo(TIMES));
	}

	@Test
	void whoWasToldWhatIsNoLongerTrueWasCorrectedAsTheRulesSay() {
		assertThat(differences(corrected, amends.getFirst().owed())).isEmpty();
		assertThat(corrected).hasSizeGreaterThanOrEqualTo(5);
	}

	@ParameterizedTest
	@MethodSource("wrongAmends")
	void aMistakeAboutCorrectionsIsNoticed(Amending mistake) {
		Amends wrong = amends.get(1 + Amending.wrong().indexOf(mistake));

		assertThat(differences(corrected, wrong.owed())).isNotEmpty();
	}

	static List<Amending> wrongAmends() {
		return Amending.wrong();
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void aMistakeIsNoticed(Reading mistake) {
		assertThat(differences(mistake)).isNotEmpty();
	}

	static List<Reading> mistakes() {
		return Reading.wrong();
	}

	/** Each answer that one side gives and the other does not, at most a few of a sort. */
	private List<String> differences(Reading reading) {
		return differences(traced, answers(reading));
	}

	private static List<String> differences(Set<Answer> traces, Set<Answer> expectations) {
		Map<String, Answer> said = byRecipient(traces);
		Map<String, Answer> due = byRecipient(expectations);
		Map<String, List<String>> sorts = new TreeMap<>();
		Stream.concat(said.keySet().stream(), due.keySet().stream()).distinct().sorted().forEach(recipient -> {
			Answer should = due.get(recipient);
			Answer is = said.get(recipient);
			if (should == null || !should.equals(is)) {
				sorts.computeIfAbsent("should be " + fate(should) + ", is " + fate(is), _ -> new ArrayList<>()).add(recipient);
			}
		});
		return sorts.entrySet().stream()
				.map(sort -> sort.getValue().size() + " times: " + sort.getKey() + ", e.g. " + sort.getValue().stream().limit(3).toList())
				.toList();
	}

	private Set<Answer> answers(Reading reading) {
		return expected.getOrDefault(reading, Set.of());
	}

	private static String fate(@Nullable Answer answer) {
		return answer == null ? "nothing" : answer.fate();
	}

	private static Map<String, Answer> byRecipient(Set<Answer> answers) {
		return answers.stream().collect(Collectors.toMap(answer -> answer.event() + " " + answer.person(), answer -> answer));
	}

	private static String reason(Answer answer) {
		return answer.rule().isEmpty() ? answer.verdict() : answer.rule();
	}

	private static Map<String, Long> fates(Set<Answer> answers) {
		return answers.stream().collect(Collectors.groupingBy(Answer::fate, TreeMap::new, Collectors.counting()));
	}
}
