package org.schoolbell.district.notice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.Devices;
import org.schoolbell.district.device.Endpoint;
import org.schoolbell.district.device.Registration;
import org.schoolbell.district.device.SignIns;
import org.schoolbell.district.device.Subscriptions;
import org.schoolbell.district.dispatch.seal.TestSeal;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.log.ChangeLog;
import org.schoolbell.district.event.log.Claims;
import org.schoolbell.district.event.log.Lane;
import org.schoolbell.district.gradebook.Assignments;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.DisplayOptions;
import org.schoolbell.district.preference.Languages;
import org.schoolbell.district.preference.LockScreens;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.preference.PortalTool;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Sections;
import org.schoolbell.district.testing.Records;
import org.schoolbell.district.testing.StatementTap;
import org.schoolbell.district.testing.TestDistrict;

/**
 * The story family in a real district: Maya's relatives are Ana (everything on), Ben (below 80 %), Rosa (no portal flag) and Carla (signed out on her
 * phone); Maya, Ana, Ben and Rosa have a phone.
 */
final class NoticeFixture implements AutoCloseable {
	final StatementTap tap = new StatementTap();
	final TestDistrict district;
	final Records records;
	final PersonId maya;
	final PersonId ana;
	final PersonId ben;
	final PersonId rosa;
	final PersonId carla;
	final AssignmentId quiz;
	private final RandomGenerator random = new SplittableRandom(1);
	private int phones;

	/** @param more beans that the test asks for */
	NoticeFixture(Class<?>... more) {
		district = TestDistrict.with(tap,
				Stream.concat(Stream.of(more),
						Stream.of(ChangeLog.class, Claims.class, People.class, Sections.class, Calendars.class, Assignments.class,
								Choices.class, DisplayOptions.class, Languages.class, PushSwitch.class, Trail.class, Devices.class,
								SignIns.class,
								FactsLoader.class,
								InboxWriter.class,
								TraceWriter.class, OutboxWriter.class, Corrections.class, PushEnds.class, LaneDecider.class,
								NoticeConfiguration.class,
								OutboxTable.class,
								OutboxChanges.class, Departures.class, LastLookLoader.class, LastLookTraces.class, NoticeLines.class,
								NoticeTexts.class,
								CollapseKeys.class, Returns.class, Settlement.class, Outbox.class, Pushes.class, Browsers.class,
								Subscriptions.class, LockScreens.class, TestSeal.class,
								Meters.class, Zone.class))
						.toArray(Class<?>[]::new));
		records = new Records(district.jdbc());
		maya = records.student("Maya");
		ana = relative("Ana", true);
		ben = relative("Ben", true);
		rosa = relative("Rosa", false);
		carla = relative("Carla", true);
		quiz = records.assignment("Unit 3 Quiz", records.active(), Records.DUE);
		List.of(maya, ana, ben, rosa).forEach(this::phone);
		district.get(Devices.class).signOut(List.of(phone(carla)));
		choose(new Choice(ben, maya, Kind.ASSIGNMENTS, true, BigDecimal.valueOf(80), true));
	}

	/** Micrometer without a server. */
	static final class Meters extends SimpleMeterRegistry {
	}

	/** The schools' zone as a bean. */
	static final class Zone {
		@Bean
		DistrictZone zone() {
			return new DistrictZone(ZoneId.of("America/Chicago"));
		}
	}

	PersonId relative(String name, boolean portal) {
		PersonId person = records.person(name);
		records.relate(maya, person, portal);
		return person;
	}

	DeviceId phone(PersonId person) {
		Endpoint endpoint = new Endpoint.Apns("%08x".formatted(++phones), "org.example.portal", Endpoint.ApnsEnvironment.SANDBOX);
		return district.get(SignIns.class).register(List.of(new Registration(person, "phone", endpoint))).getFirst().device();
	}

	void choose(Choice choice) {
		district.get(Choices.class).save(List.of(choice));
	}

	/** Hides assignments in these portals, and in no other, for the calendar of the Active year. */
	void hideAssignmentsIn(Portal... portals) {
		Map<Portal, Set<PortalTool>> hidden = Stream.of(portals)
				.collect(Collectors.toMap(Function.identity(), _ -> Set.of(PortalTool.ASSIGNMENTS)));
		district.get(DisplayOptions.class).save(new DisplayOptions.Template("North", hidden,
				Set.of(new CalendarId(records.active().calendar()))), Origin.SERVER);
	}

	ScoreChanged score(@Nullable ScoreValue before, @Nullable ScoreValue after) {
		return score(maya, quiz, before, after, false);
	}

	ScoreChanged silent(@Nullable ScoreValue before, @Nullable ScoreValue after) {
		return score(maya, quiz, before, after, true);
	}

	/** Each is a millisecond later than the last. */
	ScoreChanged score(PersonId student, AssignmentId assignment, @Nullable ScoreValue before, @Nullable ScoreValue after, boolean silent) {
		district.time().pass(Duration.ofMillis(1));
		return new ScoreChanged(EventId.at(district.time().instant(), random), student, assignment, before, after, null,
				district.time().instant(), silent);
	}

	void append(ScoreChanged... changes) {
		district.inTransaction(() -> district.get(ChangeLog.class).append(List.of(changes)));
	}

	/** Appends and decides all that waits. */
	void decide(ScoreChanged... changes) {
		append(changes);
		decideAll();
	}

	void decideAll() {
		for (Lane lane : district.get(Claims.class).waiting()) {
			int changes;
			do {
				changes = district.get(LaneDecider.class).decide(lane).orElseThrow().changes();
			} while (changes > 0);
		}
	}

	/** @return the rule that the trace names for each person, 0: told */
	Map<PersonId, Integer> rules(ScoreChanged event) {
		Map<PersonId, Integer> rules = new TreeMap<>();
		district.jdbc().sql("SELECT p.person, p.rule FROM notice.trace t, unnest(t.persons, t.rules) AS p(person, rule) WHERE t.event = ?")
				.param(event.id().value()).query(row -> {
					rules.put(new PersonId(row.getLong("person")), row.getInt("rule"));
				});
		return rules;
	}

	/** @return whose lines of this event stand in an inbox uncorrected */
	List<PersonId> inbox(ScoreChanged event) {
		return district.jdbc().sql("SELECT person FROM notice.notice WHERE event = ? AND corrected_at IS NULL ORDER BY person")
				.param(event.id().value()).query((row, _) -> new PersonId(row.getLong("person"))).list();
	}

	/** @return whose push of this event waits */
	List<PersonId> waiting(ScoreChanged event) {
		return district.jdbc().sql("SELECT person FROM notice.outbox WHERE event = ? AND published_at IS NULL ORDER BY person")
				.param(event.id().value()).query((row, _) -> new PersonId(row.getLong("person"))).list();
	}

	/** @return how pushes of this event ended, by person */
	Map<PersonId, Integer> ends(ScoreChanged event) {
		Map<PersonId, Integer> ends = new TreeMap<>();
		district.jdbc().sql("SELECT person, notice, outcome FROM notice.push_end").query(row -> {
			PersonId person = new PersonId(row.getLong("person"));
			if (NoticeId.of(event.id(), person).value().equals(row.getObject("notice", UUID.class))) {
				ends.put(person, row.getInt("outcome"));
			}
		});
		return ends;
	}

	long count(String table) {
		return district.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	@Override
	public void close() {
		district.close();
	}
}
