package org.schoolbell.district.preference;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.audit.Actor;
import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Entry;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.preference.DisplayOptions.Template;
import org.schoolbell.district.preference.PushSwitch.Saving.Conflict;
import org.schoolbell.district.preference.PushSwitch.Saving.Saved;
import org.schoolbell.district.preference.PushSwitch.State;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreferenceTest {
	private static final TestDistrict DISTRICT = TestDistrict.with(Choices.class, PushSwitch.class, Trail.class, Languages.class,
			DisplayOptions.class);
	private static final PersonId ANA = new PersonId(1);
	private static final PersonId BEN = new PersonId(2);
	private static final PersonId MAYA = new PersonId(3);
	private static final CalendarId NORTH = new CalendarId(10);
	private static final CalendarId SOUTH = new CalendarId(20);
	private static final CalendarId WEST = new CalendarId(30);

	@AfterAll
	static void close() {
		DISTRICT.close();
	}

	@Test
	void whoChoseNothingIsToldEverything() {
		Settings settings = DISTRICT.get(Choices.class).of(Kind.GRADES, List.of(new Pairing(ANA, MAYA)));

		assertThat(settings.of(ANA, MAYA)).isEqualTo(new Choice(ANA, MAYA, Kind.GRADES, true, null, true));
	}

	@Test
	void aChoiceReplacesTheEarlierOneAndTheDefaultTakesNoRow() {
		Choices choices = DISTRICT.get(Choices.class);
		Choice below80 = new Choice(BEN, MAYA, Kind.ASSIGNMENTS, true, BigDecimal.valueOf(80), true);
		Choice off = new Choice(ANA, MAYA, Kind.ASSIGNMENTS, false, null, false);
		choices.save(List.of(below80, off, Choice.byDefault(MAYA, MAYA, Kind.ASSIGNMENTS)));

		List<Pairing> pairs = List.of(new Pairing(ANA, MAYA), new Pairing(BEN, MAYA), new Pairing(MAYA, MAYA));
		Settings settings = choices.of(Kind.ASSIGNMENTS, pairs);
		assertThat(settings.of(BEN, MAYA)).isEqualTo(below80);
		assertThat(settings.of(ANA, MAYA)).isEqualTo(off);
		assertThat(choices.of(Kind.ATTENDANCE, pairs).differing()).isEmpty();
		assertThat(DISTRICT.jdbc().sql("SELECT count(*) FROM preference.choice").query(Long.class).single()).isEqualTo(2);

		choices.save(List.of(Choice.byDefault(ANA, MAYA, Kind.ASSIGNMENTS)));
		assertThat(choices.of(Kind.ASSIGNMENTS, pairs).differing().values()).containsExactly(below80);
	}

	@Test
	void theDistrictSwitchIsSeenWhoeverIsAskedFor() {
		Choices choices = DISTRICT.get(Choices.class);
		PushSwitch push = DISTRICT.get(PushSwitch.class);
		assertThat(push.enabled()).isTrue();

		push.set(false, Origin.SERVER);
		assertThat(push.enabled()).isFalse();
		assertThat(choices.of(Kind.ASSIGNMENTS, List.of()).pushEnabled()).isFalse();

		push.set(true, Origin.SERVER);
		assertThat(choices.of(Kind.ASSIGNMENTS, List.of(new Pairing(BEN, MAYA))).pushEnabled()).isTrue();
	}

	@Test
	void eachChangeOfTheSwitchIsInTheAuditTrailAndAnUnchangedOneIsNot() {
		PushSwitch push = DISTRICT.get(PushSwitch.class);
		push.set(true, Origin.SERVER);
		long version = push.state().version();
		Origin client = Origin.of(new Actor.Client("sis"), InetAddress.ofLiteral("203.0.113.24"));

		push.set(false, client);
		push.set(false, Origin.SERVER);

		assertThat(push.state()).isEqualTo(new PushSwitch.State(false, version + 1));
		Entry entry = DISTRICT.get(Trail.class).last("push-notifications", "enabled").orElseThrow();
		assertThat(entry.origin()).isEqualTo(client);
		assertThat(entry.change()).isEqualTo(new Change("push-notifications", "enabled", "true", "false"));
		push.set(true, Origin.SERVER);
	}

	@Test
	void whoHasNotSeenTheLatestChangeDoesNotUndoItUnawares() {
		PushSwitch push = DISTRICT.get(PushSwitch.class);
		push.set(true, Origin.SERVER);
		State seen = push.state();

		State off = new State(false, seen.version() + 1);
		assertThat(push.save(false, seen.version(), Origin.SERVER)).isEqualTo(new Saved(off));
		assertThat(push.save(true, seen.version(), Origin.SERVER)).isEqualTo(new Conflict(off));
		assertThat(push.save(false, seen.version(), Origin.SERVER)).isEqualTo(new Saved(off));
		assertThat(push.state()).isEqualTo(off);
		assertThat(push.save(true, off.version(), Origin.SERVER)).isEqualTo(new Saved(new State(true, off.version() + 1)));
	}

	@Test
	void languagesAreKeptAndEnglishIsTheDefault() {
		Languages languages = DISTRICT.get(Languages.class);
		languages.save(Map.of(ANA, Locale.ENGLISH, BEN, Locale.ENGLISH));
		languages.save(Map.of(BEN, Locale.of("es", "MX")));

		assertThat(languages.of(List.of(ANA, BEN, MAYA)))
				.isEqualTo(Map.of(ANA, Locale.ENGLISH, BEN, Locale.of("es", "MX"), MAYA, Locale.ENGLISH));
	}

	@Test
	void aTemplateHidesToolsOfAPortalForItsCalendarsOnly() {
		DisplayOptions options = DISTRICT.get(DisplayOptions.class);
		options.save(new Template("Middle schools", Map.of(Portal.PARENT, Set.of(PortalTool.ASSIGNMENTS, PortalTool.FOOD_SERVICE),
				Portal.STUDENT, Set.of(PortalTool.GRADES)), Set.of(NORTH, SOUTH)), Origin.SERVER);

		ShownTools shown = options.shown(List.of(NORTH, SOUTH, WEST));
		assertThat(shown.shows(Portal.PARENT, PortalTool.ASSIGNMENTS, NORTH)).isFalse();
		assertThat(shown.shows(Portal.STUDENT, PortalTool.ASSIGNMENTS, NORTH)).isTrue();
		assertThat(shown.shows(Portal.STUDENT, PortalTool.GRADES, SOUTH)).isFalse();
		assertThat(shown.shows(Portal.PARENT, PortalTool.ASSIGNMENTS, WEST)).as("without a template").isTrue();
		assertThat(options.shown(List.of(WEST)).hidden()).isEmpty();

		Settings settings = DISTRICT.get(Choices.class).of(Kind.ASSIGNMENTS, List.of(new Pairing(ANA, MAYA)), List.of(NORTH, WEST));
		assertThat(settings.shows(ANA, MAYA, NORTH)).as("Ana reads in the parent portal").isFalse();
		assertThat(settings.shows(MAYA, MAYA, NORTH)).as("Maya reads in the student portal").isTrue();
		assertThat(settings.shows(ANA, MAYA, WEST)).isTrue();
		assertThat(settings.pushEnabled()).isTrue();
		assertThat(DISTRICT.get(Choices.class).of(Kind.LUNCH_BALANCE, List.of(), List.of(SOUTH)).shows(ANA, MAYA, SOUTH)).isFalse();
		assertThat(DISTRICT.get(Choices.class).of(Kind.ATTENDANCE, List.of(), List.of(SOUTH)).shows(ANA, MAYA, SOUTH)).isTrue();
	}

	@Test
	void aTemplateIsSavedInPlaceOfItsOlderSelfAndEachChangeIsInTheAuditTrail() {
		DisplayOptions options = DISTRICT.get(DisplayOptions.class);
		CalendarId east = new CalendarId(40);
		Template first = new Template("Primary", Map.of(Portal.PARENT, Set.of(PortalTool.GRADES)), Set.of(east));
		options.save(first, Origin.SERVER);
		long entries = audited();
		options.save(first, Origin.SERVER);
		assertThat(audited()).as("nothing changed").isEqualTo(entries);

		options.save(new Template("Primary", Map.of(Portal.STUDENT, Set.of(PortalTool.ATTENDANCE, PortalTool.GRADES)), Set.of(east)),
				Origin.SERVER);
		assertThat(options.shown(List.of(east)).hidden()).containsExactlyInAnyOrder(
				new ShownTools.Place(east, Portal.STUDENT, PortalTool.GRADES),
				new ShownTools.Place(east, Portal.STUDENT, PortalTool.ATTENDANCE));
		assertThat(audited()).isEqualTo(entries + 1);
		assertThat(DISTRICT.jdbc().sql("SELECT before || ' > ' || after FROM audit.entry ORDER BY id DESC LIMIT 1").query(String.class)
				.single()).isEqualTo("PARENT=GRADES > STUDENT=GRADES+ATTENDANCE");

		options.save(new Template("Academy", Map.of(), Set.of(east)), Origin.SERVER);
		assertThat(options.shown(List.of(east)).hidden()).as("assigned to another template").isEmpty();
		assertThat(DISTRICT.get(Trail.class).last(DisplayOptions.TOOL, "calendar/40")).isPresent();
		options.save(new Template("Academy", Map.of(Portal.PARENT, Set.of(PortalTool.GRADES)), Set.of()), Origin.SERVER);
		assertThat(options.shown(List.of(east)).hidden()).as("assigned to none").isEmpty();
	}

	@Test
	void aTemplateHasAName() {
		assertThatThrownBy(() -> new Template(" ", Map.of(), Set.of())).hasMessageContaining("name");
	}

	private static long audited() {
		return DISTRICT.jdbc().sql("SELECT count(*) FROM audit.entry WHERE tool = ?").param(DisplayOptions.TOOL).query(Long.class).single();
	}

	@Test
	void aThresholdIsAPercent() {
		assertThatThrownBy(() -> new Choice(ANA, MAYA, Kind.ASSIGNMENTS, true, BigDecimal.valueOf(101), true))
				.hasMessageContaining("0 to 100");
		assertThatThrownBy(() -> new Choice(ANA, MAYA, Kind.ASSIGNMENTS, true, BigDecimal.valueOf(-1), true))
				.hasMessageContaining("0 to 100");
	}
}
