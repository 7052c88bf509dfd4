package org.schoolbell.district.audit;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrailTest {
	private static final TestDistrict DISTRICT = TestDistrict.with(Trail.class);
	private static final Trail TRAIL = DISTRICT.get(Trail.class);

	@AfterAll
	static void close() {
		DISTRICT.close();
	}

	@Test
	void anEntrySaysWhoFromWhereAndWhat() {
		List<Origin> origins = List.of(Origin.SERVER,
				Origin.of(new Actor.Client("sis"), InetAddress.ofLiteral("203.0.113.24")),
				Origin.of(new Actor.User(7, Optional.of(new PersonId(12))), InetAddress.ofLiteral("2001:db8:0:0:0:0:0:7")),
				Origin.of(new Actor.User(8, Optional.empty()), InetAddress.getLoopbackAddress()));
		List<Change> changes = List.of(new Change("entries", "made", null, "1"), new Change("entries", "changed", "true", "false"),
				new Change("entries", "removed", "a=1,b=2", null), new Change("entries", "emptied", "x", ""));

		for (int i = 0; i < origins.size(); i++) {
			Origin origin = origins.get(i);
			Change change = changes.get(i);
			DISTRICT.inTransaction(() -> TRAIL.append(origin, change));

			Entry entry = TRAIL.last(change.tool(), change.thing()).orElseThrow();
			assertThat(entry.origin()).isEqualTo(origin);
			assertThat(entry.change()).isEqualTo(change);
			assertThat(entry.at()).isEqualTo(DISTRICT.time().instant());
		}
	}

	@Test
	void theLatestEntryOfAThingIsTheLastOne() {
		RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
		int last = 0;
		for (int i = 1; i <= 50; i++) {
			String thing = random.nextBoolean() ? "ours" : "others";
			Change change = new Change("latest", thing, null, Integer.toString(i));
			DISTRICT.inTransaction(() -> TRAIL.append(Origin.SERVER, change));
			last = thing.equals("ours") ? i : last;
		}

		assertThat(TRAIL.last("latest", "ours").map(entry -> entry.change().after())).isEqualTo(
				last == 0 ? Optional.empty() : Optional.of(Integer.toString(last)));
		assertThat(TRAIL.last("latest", "nothing")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"UPDATE audit.entry SET after = 'x'", "UPDATE audit.entry SET after = 'x' WHERE false",
			"DELETE FROM audit.entry", "TRUNCATE audit.entry"})
	void nobodyChangesOrRemovesAnEntry(String attempt) {
		DISTRICT.inTransaction(() -> TRAIL.append(Origin.SERVER, new Change("kept", "here", null, "1")));
		List<Object> before = entries();

		assertThatThrownBy(() -> DISTRICT.jdbc().sql(attempt).update()).isInstanceOf(DataAccessException.class)
				.hasStackTraceContaining("The audit trail is append-only");
		assertThat(entries()).isEqualTo(before).isNotEmpty();
	}

	@Test
	void anEntryIsWrittenWithItsChangeOrNotAtAll() {
		Change change = new Change("transaction", "here", null, "1");

		assertThatThrownBy(() -> TRAIL.append(Origin.SERVER, change)).isInstanceOf(IllegalTransactionStateException.class);
		assertThatThrownBy(() -> DISTRICT.inTransaction(() -> {
			TRAIL.append(Origin.SERVER, change);
			throw new IllegalStateException("The change failed");
		})).hasMessage("The change failed");
		assertThat(TRAIL.last("transaction", "here")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"Maya Lopez", "D+ in Algebra II", "two\nlines", "ñ", "\"quoted\""})
	void whatSomebodyTypedIsRefused(String text) {
		assertThatThrownBy(() -> new Change("tool", "thing", null, text)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Change("tool", text, null, "1")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Change("tool", "thing", "1", "1")).hasMessageContaining("Nothing was changed");
	}

	private static List<Object> entries() {
		return DISTRICT.jdbc().sql("SELECT e::text FROM audit.entry e ORDER BY id").query(String.class).list().stream()
				.map(Object.class::cast).toList();
	}
}
