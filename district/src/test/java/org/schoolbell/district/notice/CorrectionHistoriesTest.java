package org.schoolbell.district.notice;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.dispatch.PushSource;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.testing.Records;
import org.schoolbell.wire.CollapseId;
import org.schoolbell.wire.Outcome;
import org.schoolbell.wire.Push;
import org.schoolbell.wire.PushId;
import org.schoolbell.wire.Receipt;
import org.schoolbell.wire.Receipts;
import org.schoolbell.wire.Target;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random lives of one score: values, flags, removals, several changes in one batch; thresholds and switches that are turned meanwhile; pushes that a
 * provider takes, puts off or takes without anybody hearing of it; phones that come late or not at all. When all is quiet, what every phone and every inbox
 * says is true, or it says nothing.
 */
class CorrectionHistoriesTest {
	private static final long SEED = Long.getLong("histories.seed", 20_261_125);
	private static final int HISTORIES = 40;
	private static final int STEPS = 14;
	private static final int MOST_PHONES = 3;
	private static final int ALL = 1_000;
	private static final NoticeFixture SCHOOL = new NoticeFixture(Inbox.class);

	private final PushSource outbox = SCHOOL.district.get(PushSource.class);
	private int phones;
	private int corrections;
	private int withdrawn;
	private int news;

	@AfterAll
	static void close() {
		SCHOOL.close();
	}

	@Test
	void inTheEndEveryScreenAndInboxSaysWhatIsTrueOrNothing() {
		PersonId dora = SCHOOL.relative("Dora", true);
		SCHOOL.phone(dora);
		for (int i = 0; i < HISTORIES; i++) {
			new History(SEED + i, dora).live();
		}
		System.out.println("histories.seed=" + SEED + ": " + news + " news, " + corrections + " corrections, " + withdrawn + " withdrawn");
		assertThat(List.of(news, corrections, withdrawn)).as("each happened often").allMatch(times -> times > 30);
	}

	private static String title(Push push) {
		return Objects.requireNonNull(push.alert()).title();
	}

	/** One life. */
	private final class History {
		private final SplittableRandom random;
		private final String seed;
		private final List<PersonId> people;
		private final AssignmentId quiz = SCHOOL.records.assignment("Unit 3 Quiz", SCHOOL.records.active(), Records.DUE);
		/** What each phone shows, by its token: what came last in each place. */
		private final Map<String, Map<CollapseId, Push>> screens = new HashMap<>();
		private final Set<PushId> seen = new HashSet<>();
		private final Map<Push, Outcome> flying = new HashMap<>();
		private @Nullable ScoreValue value;
		private boolean recorded;

		History(long seed, PersonId dora) {
			this.seed = "seed " + seed;
			random = new SplittableRandom(seed);
			people = List.of(SCHOOL.maya, SCHOOL.ana, SCHOOL.ben, SCHOOL.carla, dora);
		}

		void live() {
			people.forEach(this::choose);
			for (int step = 0; step < STEPS; step++) {
				if (phones < MOST_PHONES && random.nextInt(60) == 0) {
					SCHOOL.phone(SCHOOL.ben);
					phones++;
				}
				switch (random.nextInt(10)) {
					case 0, 1, 2, 3 -> change();
					case 4, 5, 6 -> leave();
					case 7 -> answer();
					case 8 -> outbox.releaseUnanswered(SCHOOL.district.time().instant());
					default -> people.forEach(person -> {
						if (random.nextInt(4) == 0) {
							choose(person);
						}
					});
				}
			}
			ScoreChanged last = change();
			SCHOOL.district.time().pass(Duration.ofHours(2));
			quieten();
			screens.forEach((phone, screen) -> look(phone, screen));
			people.forEach(this::readInbox);
			whoIsToldSeesIt(last);
		}

		private void choose(PersonId person) {
			BigDecimal below = random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(30, 101));
			SCHOOL.choose(new Choice(person, SCHOOL.maya, Kind.ASSIGNMENTS, random.nextInt(6) > 0, below, random.nextInt(4) > 0));
		}

		/** One change, or some in one batch. */
		private ScoreChanged change() {
			List<ScoreChanged> changes = new ArrayList<>();
			do {
				ScoreValue next = draw();
				while (Objects.equals(next, value)) {
					next = draw();
				}
				// A record that was taken back says nothing, and is there.
				ScoreValue before = value == null && recorded ? new ScoreValue(null, null, null, Set.of()) : value;
				changes.add(SCHOOL.score(SCHOOL.maya, quiz, before, next, false));
				value = next;
				recorded = true;
			} while (random.nextInt(4) == 0);
			long waited = SCHOOL.count("notice.push_end WHERE outcome = 5");
			SCHOOL.decide(changes.toArray(ScoreChanged[]::new));
			withdrawn += (int) (SCHOOL.count("notice.push_end WHERE outcome = 5") - waited);
			return changes.getLast();
		}

		private @Nullable ScoreValue draw() {
			return switch (random.nextInt(8)) {
				case 0 -> null;
				case 1 -> Scores.flagged(Flag.MISSING);
				case 2 -> Scores.of20(random.nextInt(5, 21), random.nextBoolean() ? Flag.EXEMPT : Flag.DROPPED);
				default -> Scores.of20(random.nextInt(5, 21));
			};
		}

		/** What may leave does; the phone may show it, and it may be long until the district hears of it, if it ever does. */
		private void leave() {
			outbox.take(ALL).parcels().forEach(parcel -> parcel.pushes().forEach(push -> {
				boolean taken = random.nextInt(4) > 0;
				if (taken) {
					show(push);
				}
				if (random.nextInt(5) > 0) {
					flying.put(push, taken ? new Outcome.Accepted() : new Outcome.Deferred(Duration.ofSeconds(1), "Throttled"));
				}
			}));
		}

		private void show(Push push) {
			String phone = ((Target.Apns) push.target()).token().value();
			screens.computeIfAbsent(phone, _ -> new HashMap<>()).put(push.collapse(), push);
			boolean correction = title(push).startsWith("Corrected: ");
			assertThat(push.alerting()).as("%s: only news sounds: %s", seed, push.alert()).isEqualTo(!correction);
			if (seen.add(push.id())) {
				corrections += correction ? 1 : 0;
				news += correction ? 0 : 1;
			}
		}

		private void answer() {
			List<Receipt> receipts = new ArrayList<>();
			flying.entrySet().removeIf(entry -> random.nextBoolean() && receipts.add(receipt(entry.getKey(), entry.getValue())));
			outbox.settle(List.of(Receipts.ofPushes(receipts)));
		}

		private Receipt receipt(Push push, Outcome outcome) {
			return new Receipt(push.id(), push.ref(), outcome, push.target().platform(), SCHOOL.district.time().instant(), 1);
		}

		/** All that is still to leave leaves, arrives and is answered. */
		private void quieten() {
			while (SCHOOL.count("notice.outbox") > 0) {
				outbox.releaseUnanswered(SCHOOL.district.time().instant());
				SCHOOL.district.time().pass(Duration.ofSeconds(10));
				outbox.take(ALL).parcels().forEach(parcel -> parcel.pushes().forEach(push -> {
					show(push);
					outbox.settle(List.of(Receipts.ofPushes(List.of(receipt(push, new Outcome.Accepted())))));
				}));
			}
		}

		private void look(String phone, Map<CollapseId, Push> screen) {
			assertThat(screen).as("%s: nothing is stacked on %s", seed, phone).hasSize(1);
			screen.values().forEach(push -> assertThat(title(push)).as("%s: phone %s", seed, phone).containsAnyOf(truths()));
		}

		private void readInbox(PersonId person) {
			for (InboxLine line : SCHOOL.district.get(Inbox.class).page(person, Optional.empty(), Optional.empty(), ALL).lines()) {
				if (line.subject().equals(SCHOOL.score(SCHOOL.maya, quiz, null, null, false).subject().value())
						&& line.correctedAt().isEmpty()) {
					assertThat(line.title()).as("%s: inbox of %s", seed, person).containsAnyOf(truths());
				}
			}
		}

		/** What the title of a true push or line says. */
		private String[] truths() {
			ScoreValue now = value;
			if (now == null) {
				return new String[]{"no longer ha", "is not missing"};
			}
			if (now.flags().contains(Flag.EXEMPT) || now.flags().contains(Flag.DROPPED)) {
				return new String[]{"no longer counts"};
			}
			return new String[]{now.flags().contains(Flag.MISSING) ? "is missing" : now.points() + " of 20 on"};
		}

		private void whoIsToldSeesIt(ScoreChanged last) {
			List<PersonId> told = SCHOOL.district.jdbc().sql("""
					SELECT p.person FROM notice.trace t, unnest(t.persons, t.rules) AS p(person, rule)
					WHERE t.event = ? AND t.round = 1 AND p.rule = 0
					""").param(last.id().value()).query((row, _) -> new PersonId(row.getLong("person"))).list();
			for (PersonId person : told) {
				List<String> tokens = SCHOOL.district.jdbc().sql("SELECT endpoint FROM device.device WHERE person = ?")
						.param(person.value())
						.query((row, _) -> row.getString("endpoint")).list();
				assertThat(tokens).as("%s: phones of %s", seed, person).allMatch(screens::containsKey);
			}
		}
	}
}
