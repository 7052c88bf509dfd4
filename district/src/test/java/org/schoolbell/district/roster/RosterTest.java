package org.schoolbell.district.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.calendar.CalendarState;
import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;

class RosterTest {
	private static final TestDistrict DISTRICT = TestDistrict.with(Calendars.class, People.class, Sections.class);
	private static final PersonId MAYA = new PersonId(1);
	private static final PersonId LEO = new PersonId(2);
	private static final PersonId ANA = new PersonId(3);
	private static final PersonId ROSA = new PersonId(4);
	private static final SectionId ALGEBRA = new SectionId(1);
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	@BeforeAll
	static void fill() {
		DISTRICT.jdbc().sql("""
				INSERT INTO calendar.org (sourced_id, name, type) VALUES ('north', 'North', 'school');
				INSERT INTO calendar.school_year (sourced_id, title, starts, ends, active)
				VALUES ('2026', '2025-26', '2025-07-01', '2026-07-01', false), ('2027', '2026-27', '2026-07-01', '2027-07-01', true);
				INSERT INTO calendar.calendar (school, school_year, portal_enabled) VALUES (1, 1, true), (1, 2, false);
				INSERT INTO calendar.term (sourced_id, title, type, school_year, starts, ends, portal_enabled)
				VALUES ('s1', 'Semester 1', 'semester', 2, '2026-07-01', '2027-01-15', true),
				       ('s2', 'Semester 2', 'semester', 2, '2027-01-15', '2027-07-01', false);
				INSERT INTO roster.person (sourced_id, given_name, family_name, preferred_given_name, portal_account)
				VALUES ('maya', 'Maya', 'Lopez', NULL, true), ('leo', 'Leonardo', 'Lopez', 'Leo', false),
				       ('ana', 'Ana', 'Lopez', NULL, true), ('rosa', 'Rosa', 'Lopez', NULL, true);
				INSERT INTO roster.guardianship (student, guardian, type, portal, starts, ends)
				VALUES (1, 3, 'parent', true, NULL, NULL), (1, 4, 'relative', false, NULL, NULL),
				       (2, 3, 'parent', true, '2020-01-01', '2026-11-24'), (2, 4, 'parent', true, '2026-11-24', '2026-11-25');
				INSERT INTO roster.enrollment (student, calendar, starts, ends) VALUES (1, 2, '2026-07-01', '2026-11-24');
				INSERT INTO roster.section (sourced_id, title, calendar) VALUES ('algebra', 'Algebra I', 2);
				INSERT INTO roster.section_term (section, term) VALUES (1, 1), (1, 2);
				INSERT INTO roster.class_list (sourced_id, section, student, starts, ends)
				VALUES ('l1', 1, 1, '2026-07-01', '2026-09-01'), ('l2', 1, 1, '2026-11-24', '2026-11-30');
				""").update();
	}

	@AfterAll
	static void close() {
		DISTRICT.close();
	}

	@Test
	void aCalendarKnowsItsYearAndWhetherFamiliesMaySeeIt() {
		Calendars calendars = DISTRICT.get(Calendars.class);

		assertThat(calendars.states(Set.of(new CalendarId(1), new CalendarId(2), new CalendarId(99)))).isEqualTo(
				Map.of(new CalendarId(1), new CalendarState(false, true), new CalendarId(2), new CalendarState(true, false)));
		assertThat(calendars.openToPortals(Set.of(new TermId(1), new TermId(2), new TermId(99)))).containsExactly(new TermId(1));
	}

	@Test
	void peopleAreFoundByTheirNameInsideAndOutside() {
		People people = DISTRICT.get(People.class);

		assertThat(people.idsOf(List.of(new SourcedId("maya"), new SourcedId("nobody")))).isEqualTo(Map.of(new SourcedId("maya"), MAYA));
		assertThat(people.sourcedIdsOf(List.of(LEO, new PersonId(99)))).isEqualTo(Map.of(LEO, new SourcedId("leo")));
		Map<PersonId, Person> found = people.byId(List.of(MAYA, LEO, new PersonId(99)));
		assertThat(found).containsOnlyKeys(MAYA, LEO);
		assertThat(found.values()).extracting(Person::firstName).containsExactlyInAnyOrder("Maya", "Leo");
		assertThat(found.values()).extracting(Person::portalAccount).containsExactlyInAnyOrder(true, false);
		assertThat(found.values().toString()).doesNotContain("Maya", "Leo", "Lopez");
	}

	@Test
	void relativesAreAllNamedAndCurrentOnlyFromTheFirstDayToTheDayBeforeTheEnd() {
		Map<PersonId, List<Relative>> relatives = DISTRICT.get(People.class).relativesOf(List.of(MAYA, LEO, ANA), TODAY);

		assertThat(relatives).isEqualTo(Map.of(
				MAYA, List.of(new Relative(ANA, "parent", true, true, true), new Relative(ROSA, "relative", false, true, true)),
				LEO, List.of(new Relative(ANA, "parent", true, false, true), new Relative(ROSA, "parent", true, true, true))));
	}

	@Test
	void aSectionKnowsItsCalendarAndTerms() {
		assertThat(DISTRICT.get(Sections.class).byId(List.of(ALGEBRA, new SectionId(99)))).isEqualTo(Map.of(ALGEBRA,
				new Section(ALGEBRA, "Algebra I", new CalendarId(2), List.of(new TermId(1), new TermId(2)))));
	}

	@Test
	void presenceIsAskedOfTheRecordsOwnDay() {
		Place both = new Place(ALGEBRA, MAYA, LocalDate.of(2026, 8, 31));
		Place enrolledOnly = new Place(ALGEBRA, MAYA, LocalDate.of(2026, 11, 23));
		Place listOnly = new Place(ALGEBRA, MAYA, TODAY);
		Place gone = new Place(ALGEBRA, MAYA, LocalDate.of(2026, 11, 30));
		Place stranger = new Place(ALGEBRA, LEO, TODAY);
		Place nowhere = new Place(new SectionId(99), MAYA, TODAY);

		Optional<CalendarId> calendar = Optional.of(new CalendarId(2));
		assertThat(DISTRICT.get(Sections.class).presence(List.of(both, enrolledOnly, listOnly, gone, stranger, nowhere))).isEqualTo(Map.of(
				both, new Presence(calendar, true, true), enrolledOnly, new Presence(calendar, true, false), listOnly,
				new Presence(calendar, false, true), gone, new Presence(calendar, false, false), stranger,
				new Presence(calendar, false, false), nowhere, new Presence(Optional.empty(), false, false)));
	}
}
