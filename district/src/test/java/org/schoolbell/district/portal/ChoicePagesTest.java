package org.schoolbell.district.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.calendar.CalendarId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.portal.choice.ChoicesView;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.DisplayOptions;
import org.schoolbell.district.preference.Languages;
import org.schoolbell.district.preference.LockScreens;
import org.schoolbell.district.preference.Pairing;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.preference.PortalTool;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestAccounts;
import org.schoolbell.district.testing.TestBrowser;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings > Notifications over HTTP, as its form works without script. */
class ChoicePagesTest extends ServerTest {
	private static final int LAB = 1;

	@LocalServerPort
	private int port;
	@Autowired
	private ApplicationContext server;
	@Autowired
	private Choices choices;
	@Autowired
	private PushSwitch pushes;

	private final List<TestBrowser> browsers = new ArrayList<>();
	private Household home;
	private TestBrowser mother;

	@BeforeEach
	void signIn() {
		home = new Household(jdbc());
		mother = browser(home.mother, Role.PARENT);
	}

	@AfterEach
	void close() {
		browsers.forEach(TestBrowser::close);
		pushes.set(true, Origin.SERVER);
	}

	@Test
	void aParentChoosesForOneStudentAtATimeAndAStudentForOneself() {
		Reply page = mother.get(ChoicesView.PATH);

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text())
				.contains("How much for Liam", "student=" + home.maya.value(), "What nobody can promise", "/settings/devices",
						"/supported-platforms", "This device does not stay logged in")
				.doesNotContain("Keiko", "<script>", " style=");
		assertThat(about(home.maya).text()).contains("How much for Maya", "Maya: 47 of 50 on Quiz 6", "94% in Algebra II.");
		String own = browser(home.maya, Role.STUDENT).get(ChoicesView.PATH).text();
		assertThat(own).contains(">How much<", "47 of 50 on Quiz 6").doesNotContain("Maya: 47", "class=\"segments");
	}

	@Test
	void anotherFamilysStudentIsNotThere() {
		String keiko = ChoicesView.PATH + "?student=" + home.keiko.value();
		assertThat(mother.get(keiko).status()).isEqualTo(404);
		assertThat(save(home.keiko, Map.of("preset", "OFF")).status()).isEqualTo(404);
		assertThat(browser(home.maya, Role.STUDENT).get(keiko).status()).isEqualTo(404);
		assertThat(chosen(home.mother, home.keiko)).isEqualTo(Choice.byDefault(home.mother, home.keiko, Kind.ASSIGNMENTS));
		assertThat(mother.get(ChoicesView.PATH + "?student=999999999").status()).isEqualTo(404);
	}

	@Test
	void aPresetIsSavedForThisStudentAlone() {
		Reply answer = save(home.maya, Map.of("preset", "ONLY_WHAT_NEEDS_ME"));

		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.header("Location")).endsWith(ChoicesView.PATH + "?student=" + home.maya.value() + "&saved");
		assertThat(chosen(home.mother, home.maya)).isEqualTo(choice(true, "70", true));
		assertThat(chosen(home.mother, home.liam).below()).isNull();
		assertThat(chosen(home.father, home.maya).below()).as("the other parent has settings of his own").isNull();
		assertThat(about(home.maya).text()).contains("Below 70%, or missing. Exactly 70% is not told.", "Stays quiet at 70% and above",
				"Maya: 34 of 50 on Quiz 6", "68% in Algebra II.").containsPattern("value=\"ONLY_WHAT_NEEDS_ME\" checked");
	}

	@Test
	void switchesAreSavedAndCalledOnesOwnWhereNoPresetIsLikeThem() {
		save(home.maya, Map.of("preset", "EVERYTHING", "scores", "below", "below", "79.5 %"));
		assertThat(chosen(home.mother, home.maya)).isEqualTo(choice(true, "79.5", true));
		assertThat(about(home.maya).text()).contains("Below 79.5%, or missing", "Maya: 39 of 50").containsPattern("value=\"OWN\" checked");

		Map<String, String> withoutMissing = form(home.maya, Map.of("preset", "OWN", "shown", "OWN", "scores", "below", "below", "80"));
		withoutMissing.remove("missing");
		post(withoutMissing);
		assertThat(chosen(home.mother, home.maya)).isEqualTo(choice(true, "80", false));

		Map<String, String> off = form(home.maya, Map.of("preset", "OWN", "shown", "OWN", "scores", "below", "below", "80"));
		off.remove("on");
		post(off);
		assertThat(chosen(home.mother, home.maya).on()).isFalse();
		assertThat(about(home.maya).text()).contains("Off. No new notifications", "With this no score is told.")
				.containsPattern("value=\"OFF\" checked");
	}

	@Test
	void aThresholdThatIsNoPercentIsRefusedWhereItStandsAndChangesNothing() {
		save(home.maya, Map.of("preset", "ONLY_WHAT_NEEDS_ME"));
		for (String typed : List.of("", "-1", "100.01", "1e3", "seventy", "70.555")) {
			Reply refused = save(home.maya,
					Map.of("shown", "ONLY_WHAT_NEEDS_ME", "preset", "ONLY_WHAT_NEEDS_ME", "scores", "below", "below", typed));

			assertThat(refused.status()).as(typed).isEqualTo(422);
			assertThat(refused.text()).contains("Enter a percent from 0 to 100.", "aria-invalid=\"true\"", "value=\"" + typed + "\"");
			assertThat(chosen(home.mother, home.maya)).isEqualTo(choice(true, "70", true));
		}
	}

	@Test
	void aFormThatIsNotOursIsRefusedAndSwitchesNothingOff() {
		for (Map<String, String> fields : List.of(Map.<String, String>of(), Map.of("student", number(home.maya)),
				Map.of("student", "Maya", "shown", "OWN"), Map.of("student", number(home.maya), "shown", "OWN", "preset", "OWN"),
				Map.of("student", number(home.maya), "shown", "OWN", "preset", "SOME"),
				Map.of("student", number(home.maya), "personal", "true", "language", "tlh"))) {
			assertThat(post(fields).status()).as(fields.toString()).isEqualTo(400);
		}
		assertThat(chosen(home.mother, home.maya)).isEqualTo(Choice.byDefault(home.mother, home.maya, Kind.ASSIGNMENTS));
	}

	@Test
	void lockScreenAndLanguageAreThePersonsOwnAndForPagesToo() {
		save(home.maya, Map.of("hide-details", "true", "language", "es"));

		assertThat(server.getBean(LockScreens.class).hidingDetails(Set.of(home.mother, home.father))).containsExactly(home.mother);
		assertThat(server.getBean(Languages.class).of(Set.of(home.mother))).isEqualTo(Map.of(home.mother, Locale.of("es")));
		String liams = about(home.liam).text();
		assertThat(liams).contains("lang=\"es\"", "Cuánto sobre Liam", "Liam: 47 de 50 en Prueba 6")
				.containsPattern("name=\"hide-details\"[^>]* checked");
	}

	@Test
	void whatWouldHaveBeenToldIsCountedAndListed() {
		client().post("/api/v1/scores", "{\"assignment\":\"%s\",\"student\":\"%s\",\"points\":12}"
				.formatted(home.chemistry.assignments.get(LAB).value(), home.sourcedId("Maya-Rivera").value()), Scope.SCHOOLBELL_WRITE);

		assertThat(about(home.maya).text()).contains("With this you would have been told <b>once</b> in the last 30 days",
				"Maya: 12 of 20 on Lab report 4");
		save(home.maya, Map.of("scores", "below", "below", "60"));
		assertThat(about(home.maya).text()).contains("With this you would have been told <b>nothing</b>").doesNotContain("12 of 20");
	}

	@Test
	void aKindThatCannotFireIsGreyWithItsReasonAndWhatIsChosenOfItStays() {
		save(home.maya, Map.of("preset", "ONLY_WHAT_NEEDS_ME"));
		server.getBean(DisplayOptions.class)
				.save(new DisplayOptions.Template(home.chemistry.name, Map.of(Portal.PARENT, Set.of(PortalTool.ASSIGNMENTS)),
						Set.of(new CalendarId(home.calendar()))), Origin.SERVER);
		closed("the school does not show assignments here");
		assertThat(browser(home.maya, Role.STUDENT).get(ChoicesView.PATH).text()).as("the student portal shows them")
				.contains("name=\"on\"");

		home.run("UPDATE calendar.calendar SET portal_enabled = false WHERE id = ?", home.calendar());
		closed("the school keeps these records closed");
		home.run("DELETE FROM roster.class_list WHERE student = ?", home.maya.value());
		closed("no class in this school year");

		assertThat(post(Map.of("student", number(home.maya), "personal", "true", "language", "en")).status()).isEqualTo(302);
		assertThat(chosen(home.mother, home.maya)).isEqualTo(choice(true, "70", true));
	}

	private void closed(String reason) {
		assertThat(about(home.maya).text()).contains(reason, "disabled").doesNotContain("name=\"on\"", "name=\"shown\"", "name=\"below\"");
	}

	@Test
	void withTheDistrictsSwitchOffTheInboxGoesOnAndThePageSaysSo() {
		pushes.set(false, Origin.SERVER);

		assertThat(about(home.maya).text())
				.contains("The school has turned push notifications off", "name=\"on\"", "href=\"/notifications\"")
				.doesNotContain("This device does not stay logged in");
	}

	@Test
	void whoeverHasNoStudentIsToldSo() {
		assertThat(browser(home.chemistry.stranger(), Role.PARENT).get(ChoicesView.PATH).text())
				.contains("No student is linked to your account");
	}

	private Reply about(PersonId student) {
		return mother.get(ChoicesView.PATH + "?student=" + student.value());
	}

	/** The page's form as it first stands, with other values. */
	private Reply save(PersonId student, Map<String, String> changed) {
		return post(form(student, changed));
	}

	private static Map<String, String> form(PersonId student, Map<String, String> changed) {
		Map<String, String> form = new TreeMap<>(
				Map.of("student", number(student), "shown", "EVERYTHING", "preset", "EVERYTHING", "on", "true",
						"scores", "every", "below", "70", "missing", "true", "personal", "true", "language", "en"));
		form.putAll(changed);
		return form;
	}

	private Reply post(Map<String, String> fields) {
		return mother.submit("/account/password", ChoicesView.PATH, fields);
	}

	private Choice chosen(PersonId person, PersonId student) {
		return choices.of(Kind.ASSIGNMENTS, List.of(new Pairing(person, student))).of(person, student);
	}

	private Choice choice(boolean on, String below, boolean missing) {
		return new Choice(home.mother, home.maya, Kind.ASSIGNMENTS, on, new BigDecimal(below), missing);
	}

	private static String number(PersonId student) {
		return Long.toString(student.value());
	}

	private TestBrowser browser(PersonId person, Role role) {
		TestBrowser browser = new TestAccounts(Objects.requireNonNull(server), port).signedIn(person, role).browser();
		browsers.add(browser);
		return browser;
	}
}
