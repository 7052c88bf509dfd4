package org.schoolbell.district.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.device.StaySessions.Shown;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;

/** The token of a device that changes with each use, whatever gets lost, comes twice or is stolen. */
class StaySessionsTest {
	private static final PersonId ANA = new PersonId(1);
	private static final TestDistrict DISTRICT = TestDistrict.with(Devices.class, OwnDevices.class, StaySessions.class);

	private final StaySessions stays = DISTRICT.get(StaySessions.class);

	@BeforeEach
	void begin() {
		DISTRICT.jdbc().sql("TRUNCATE device.device, device.session").update();
		DISTRICT.time().set(TestDistrict.START);
	}

	@AfterAll
	static void close() {
		DISTRICT.close();
	}

	/** What the rules of {@link StaySessions} say, in the plainest words: a list of tokens and two facts about the last. */
	private final class Device {
		private final Stay begun = stays.begin(new Browser("mark " + DISTRICT.time().instant(), "Firefox", Optional.of("Android")), ANA,
				"1.1");
		private final List<StayToken> tokens = new ArrayList<>(List.of(begun.token()));
		private boolean confirmed;
		private boolean over;
		private Instant rotated = DISTRICT.time().instant();
		private StayToken kept = begun.token();

		/** @return the token of the answer, null if the device was not let in */
		@Nullable
		StayToken show(StayToken token) {
			int last = tokens.size() - 1;
			int at = tokens.indexOf(token);
			boolean withinGrace = DISTRICT.time().instant().isBefore(rotated.plus(StaySessions.GRACE));
			boolean good = !over && (at == last || (at == last - 1 && (!confirmed || withinGrace)));
			Shown shown = stays.show(token);
			if (!good) {
				assertThat(shown).isInstanceOf(over ? Shown.Over.class : Shown.Replayed.class);
				over = true;
				return null;
			}
			Stay stay = ((Shown.Good) shown).stay();
			assertThat(stay.session()).isEqualTo(begun.session());
			if (at == last) {
				tokens.add(stay.token());
				confirmed = false;
				rotated = DISTRICT.time().instant();
			} else {
				assertThat(stay.token()).as("whoever comes twice is given the same").isEqualTo(tokens.getLast());
			}
			return stay.token();
		}

		/** So many requests with one token, of whose answers some arrive, in any order. */
		void visit(RandomGenerator random, int requests) {
			StayToken token = kept;
			for (int i = 0; i < requests; i++) {
				StayToken answer = show(token);
				if (answer != null && random.nextInt(100) < 60) {
					kept = answer;
				}
			}
		}

		void use() {
			boolean lives = stays.use(begun.session(), Optional.of(kept)).isPresent();
			assertThat(lives).isEqualTo(!over);
			confirmed = confirmed || (lives && kept.equals(tokens.getLast()));
		}
	}

	private static void timePasses(RandomGenerator random) {
		DISTRICT.time().pass(switch (random.nextInt(4)) {
			case 0 -> Duration.ofMillis(random.nextInt(5_000));
			case 1 -> Duration.ofSeconds(random.nextInt(120));
			case 2 -> Duration.ofHours(random.nextInt(48));
			default -> Duration.ZERO;
		});
	}

	@Test
	void aDeviceThatIsTheOnlyOneWithItsTokenIsAlwaysLetInWhateverAnswersAreLost() {
		for (long seed = 0; seed < 20; seed++) {
			RandomGenerator random = new SplittableRandom(seed);
			Device device = new Device();
			for (int step = 0; step < 60; step++) {
				timePasses(random);
				if (random.nextInt(3) == 0) {
					device.use();
				} else {
					device.visit(random, 1 + random.nextInt(3));
				}
				assertThat(device.over).as("seed %d, step %d", seed, step).isFalse();
			}
			assertThat(new HashSet<>(device.tokens)).hasSameSizeAs(device.tokens);
			DISTRICT.time().pass(Duration.ofSeconds(1));
		}
	}

	@Test
	void aTokenThatWasFollowedByAnotherEndsTheSessionWhoeverShowsItAndNothingOpensItAgain() {
		int ended = 0;
		for (long seed = 0; seed < 60; seed++) {
			RandomGenerator random = new SplittableRandom(seed);
			Device device = new Device();
			for (int step = 0; step < 40; step++) {
				timePasses(random);
				switch (random.nextInt(6)) {
					case 0, 1 -> device.use();
					case 2 -> device.show(device.tokens.get(random.nextInt(device.tokens.size())));
					default -> device.visit(random, 1 + random.nextInt(2));
				}
			}
			if (device.over) {
				ended++;
				device.tokens.forEach(token -> assertThat(stays.show(token)).isInstanceOf(Shown.Over.class));
				assertThat(ends()).as("seed %d", seed).contains(End.OLD_TOKEN);
			}
			DISTRICT.jdbc().sql("TRUNCATE device.device, device.session").update();
			DISTRICT.time().pass(Duration.ofSeconds(1));
		}
		assertThat(ended).as("of 60 devices").isBetween(30, 59);
	}

	/** Each on a connection of its own, as of two servers: what they know of each other is in the database. */
	@Test
	void requestsThatComeAtOnceAreAllLetInAndGivenOneNextToken() throws Exception {
		Device device = new Device();
		List<Callable<Shown>> requests = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			requests.add(() -> stays.show(device.kept));
		}
		Set<StayToken> given = new HashSet<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var answer : threads.invokeAll(requests)) {
				given.add(((Shown.Good) answer.get()).stay().token());
			}
		}

		assertThat(given).hasSize(1);
		assertThat(stays.show(given.iterator().next())).isInstanceOf(Shown.Good.class);
	}

	@Test
	void whoGuessesTheSecretOfAKnownSeriesIsTakenForAThiefAndWhoGuessesBothForNobody() {
		Device device = new Device();
		String series = device.kept.value().split("\\.")[0];

		assertThat(stays.show(new StayToken("A".repeat(22) + "." + "A".repeat(43)))).isInstanceOf(Shown.Over.class);
		assertThat(stays.use(device.begun.session(), Optional.empty())).isPresent();
		assertThat(stays.show(new StayToken(series + "." + "A".repeat(43)))).isInstanceOf(Shown.Replayed.class);
		assertThat(stays.show(device.kept)).isInstanceOf(Shown.Over.class);
	}

	@Test
	void aSessionLivesForAsLongAsItIsUsedAndNotForEver() {
		Device device = new Device();
		for (int weeks = 0; weeks < 365 / 84; weeks++) {
			DISTRICT.time().pass(Duration.ofDays(84));
			assertThat(stays.use(device.begun.session(), Optional.empty())).isPresent();
		}
		DISTRICT.time().set(TestDistrict.START.plus(Duration.ofDays(365)));
		assertThat(stays.use(device.begun.session(), Optional.empty())).as("a year is a year").isEmpty();
		assertThat(stays.show(device.kept)).isInstanceOf(Shown.Over.class);

		Device other = new Device();
		Stay next = ((Shown.Good) stays.show(other.kept)).stay();
		assertThat(next.lifetime()).isEqualTo(Duration.ofDays(90));
		DISTRICT.time().pass(Duration.ofDays(90));
		assertThat(stays.show(next.token())).isInstanceOf(Shown.Over.class);
		assertThat(ends()).contains(End.EXPIRED);
	}

	@Test
	void theDatabaseHasNothingThatLetsSomebodyIn() {
		Device device = new Device();
		device.visit(new SplittableRandom(1), 1);
		String all = DISTRICT.jdbc()
				.sql("SELECT string_agg(s::text || d::text, ' ') FROM device.session s JOIN device.device d ON d.id = s.device")
				.query(String.class).single();

		for (StayToken token : device.tokens) {
			assertThat(all).doesNotContain(token.value().split("\\."));
			assertThat(token.toString()).isEqualTo("StayToken[redacted]");
		}
		assertThat(device.begun.toString()).doesNotContain(device.begun.token().value());
	}

	private List<End> ends() {
		return DISTRICT.get(OwnDevices.class).endedOf(ANA).stream().map(EndedStay::why).toList();
	}
}
