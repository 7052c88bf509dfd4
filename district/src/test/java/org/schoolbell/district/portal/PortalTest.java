package org.schoolbell.district.portal;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.awaitility.Awaitility;
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
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.DisplayOptions;
import org.schoolbell.district.preference.Portal;
import org.schoolbell.district.preference.PortalTool;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestAccounts;
import org.schoolbell.district.testing.TestBrowser;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** The portal over HTTP, for whoever has signed in: what a family sees of its own, and that there is nothing else. */
class PortalTest extends ServerTest {
	/** Places in {@link org.schoolbell.district.testing.ChemistryClass#assignments}. */
	private static final int HOMEWORK = 0;
	private static final int LAB = 1;

	@LocalServerPort
	private int port;
	@Autowired
	private ApplicationContext server;

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
	}

	@Test
	void afterSignInAFamilyIsOnTodayAndSeesWhatIsNewDueAndMissingOfItsOwn() {
		score("Maya-Rivera", LAB, "\"points\":12");
		score("Keiko-Tanaka", LAB, "\"points\":11");
		score("Liam-Murphy", HOMEWORK, "\"flags\":[\"MISSING\"]");
		awaitLines(home.mother, 2);

		assertThat(mother.get("/").header("Location")).endsWith("/today");
		String today = mother.get("/today").text();
		assertThat(today).contains("Maya: 12 of 20 on Lab report 4", "60% in Chemistry.", "Liam: Homework 11 is missing", "Missing</span>",
				"New since ", "data-count=\"2\"").doesNotContain("Keiko", "11 of 20");
		String liams = mother.get("/today?student=" + home.liam.value()).text();
		assertThat(liams).contains("Liam: Homework 11 is missing").doesNotContain("Maya: 12 of 20");
	}

	@Test
	void aRecordIsShownWithAllThatFamiliesMaySee() {
		score("Maya-Rivera", LAB, "\"points\":12,\"flags\":[\"LATE\"]");

		String work = mother.get(home.workOf(home.maya, LAB)).text();
		assertThat(work).contains("<h1>Lab report 4</h1>", "12 of 20", "60%", "Late</span>", "Labs", "November 13");
		String all = mother.get("/assignments?student=" + home.maya.value()).text();
		assertThat(all).contains("<bdi>Chemistry</bdi>", home.workOf(home.maya, LAB), "See all 6");
		assertThat(mother.get("/assignments/" + home.maya.value() + "/sections/" + home.section()).text()).contains("Unit test 2");
		TestBrowser maya = browser(home.maya, Role.STUDENT);
		assertThat(maya.get(home.workOf(home.maya, LAB)).text()).contains("12 of 20");
		assertThat(maya.get("/today").text()).doesNotContain("class=\"chip\"");
	}

	@Test
	void anotherFamilysRecordsAndLinesAreNotThere() {
		score("Maya-Rivera", LAB, "\"points\":12");
		UUID notice = awaitLines(home.mother, 1).getFirst();
		List<String> addresses = List.of("/today?student=" + home.maya.value(), "/assignments?student=" + home.maya.value(),
				"/notifications?student=" + home.maya.value(), home.workOf(home.maya, LAB),
				"/assignments/" + home.maya.value() + "/sections/" + home.section(), "/n/" + notice, "/notifications/" + notice + "/why");
		TestBrowser stranger = browser(home.stranger, Role.PARENT);
		TestBrowser classmate = browser(home.keiko, Role.STUDENT);
		TestBrowser father = browser(home.father, Role.PARENT);
		TestBrowser teacher = browser(home.chemistry.ada, Role.TEACHER);
		for (String address : addresses) {
			assertThat(mother.get(address).status()).as(address).isIn(200, 302);
			assertThat(stranger.get(address).status()).as(address).isEqualTo(404);
			assertThat(classmate.get(address).status()).as(address).isEqualTo(404);
			assertThat(teacher.get(address).status()).as(address).isEqualTo(403);
		}
		assertThat(father.get(home.workOf(home.maya, LAB)).status()).isEqualTo(200);
		assertThat(father.get(home.workOf(home.liam, LAB)).status()).isEqualTo(404);
		assertThat(father.get("/n/" + notice).status()).as("the other guardian's line").isEqualTo(404);
		assertThat(stranger.get("/assignments").text()).contains("Chemistry", home.workOf(home.keiko, LAB)).doesNotContain("Maya");
	}

	@Test
	void nobodyMarksALineOfAnotherAsRead() {
		score("Maya-Rivera", LAB, "\"points\":12");
		UUID notice = awaitLines(home.mother, 1).getFirst();

		TestBrowser stranger = browser(home.stranger, Role.PARENT);
		assertThat(stranger.submit("/account/password", "/notifications/" + notice + "/read", Map.of()).status()).isEqualTo(302);
		assertThat(stranger.submit("/account/password", "/notifications/read", Map.of("newest", notice.toString())).status())
				.isEqualTo(302);

		assertThat(unread(mother)).isEqualTo(1);
	}

	@Test
	void withoutThePortalFlagNothingIsLeft() {
		score("Maya-Rivera", LAB, "\"points\":12");
		UUID notice = awaitLines(home.mother, 1).getFirst();

		home.run("UPDATE roster.guardianship SET portal = false WHERE guardian = ? AND student = ?", home.mother.value(),
				home.maya.value());

		for (String address : List.of(home.workOf(home.maya, LAB), "/n/" + notice, "/notifications/" + notice + "/why",
				"/today?student=" + home.maya.value())) {
			assertThat(mother.get(address).status()).as(address).isEqualTo(404);
		}
		assertThat(mother.get("/notifications").text()).doesNotContain("Maya", "Lab report 4");
		assertThat(unread(mother)).isZero();
	}

	@Test
	void whatTheSchoolHidesIsHiddenByEveryAddressAndInTheInbox() {
		score("Maya-Rivera", LAB, "\"points\":12");
		UUID notice = awaitLines(home.mother, 1).getFirst();

		home.run("UPDATE gradebook.assignment SET shown = false WHERE id = ?", home.assignment(LAB));

		assertThat(mother.get(home.workOf(home.maya, LAB)).status()).isEqualTo(404);
		for (String address : List.of("/today", "/assignments", "/notifications", "/notifications/" + notice + "/why",
				"/assignments/" + home.maya.value() + "/sections/" + home.section())) {
			assertThat(mother.get(address).text()).as(address).doesNotContain("Lab report 4", "12 of 20");
		}
		assertThat(mother.get("/n/" + notice).text()).contains("does not show this any more").doesNotContain("Lab report 4");
		assertThat(unread(mother)).isZero();
		assertThat(lines(home.mother)).isEmpty();
	}

	@Test
	void whatTheSchoolClosesIsClosedAndThePageSaysSo() {
		score("Maya-Rivera", LAB, "\"points\":12");
		String[][] closings = {{"UPDATE calendar.calendar SET portal_enabled = %s WHERE id = " + home.calendar()},
				{"UPDATE calendar.term SET portal_enabled = %s WHERE sourced_id = '" + home.chemistry.name + "Semester 1'"}};
		for (String[] closing : closings) {
			home.run(closing[0].formatted(false));
			assertThat(mother.get(home.workOf(home.maya, LAB)).status()).as(closing[0]).isEqualTo(404);
			assertThat(mother.get("/assignments?student=" + home.maya.value()).text()).as(closing[0])
					.contains("The school has closed some records to families").doesNotContain("Lab report 4");
			home.run(closing[0].formatted(true));
			assertThat(mother.get(home.workOf(home.maya, LAB)).status()).isEqualTo(200);
		}
	}

	@Test
	void whatDisplayOptionsHideIsHiddenInThatPortalAlone() {
		score("Maya-Rivera", LAB, "\"points\":12");
		server.getBean(DisplayOptions.class).save(new DisplayOptions.Template(home.chemistry.name, Map.of(Portal.PARENT,
				Set.of(PortalTool.ASSIGNMENTS)), Set.of(new CalendarId(home.calendar()))), Origin.SERVER);

		assertThat(mother.get(home.workOf(home.maya, LAB)).status()).isEqualTo(404);
		assertThat(mother.get("/assignments?student=" + home.maya.value()).text()).doesNotContain("Lab report 4");
		assertThat(browser(home.maya, Role.STUDENT).get(home.workOf(home.maya, LAB)).status()).isEqualTo(200);
	}

	@Test
	void workOfLastYearOrFromBeforeTheStudentCameIsNotThere() {
		String address = home.workOf(home.maya, LAB);
		home.run("UPDATE roster.class_list SET starts = '2026-11-14' WHERE student = ?", home.maya.value());
		assertThat(mother.get(address).status()).isEqualTo(404);
		assertThat(mother.get(home.workOf(home.maya, HOMEWORK)).status()).isEqualTo(200);

		home.run("INSERT INTO calendar.school_year (sourced_id, title, starts, ends) VALUES (?, 'Past', '2019-08-01', '2020-08-01')",
				home.chemistry.name + "past");
		home.run("UPDATE calendar.calendar SET school_year = (SELECT id FROM calendar.school_year WHERE sourced_id = ?) WHERE id = ?",
				home.chemistry.name + "past", home.calendar());
		assertThat(mother.get(home.workOf(home.maya, HOMEWORK)).status()).isEqualTo(404);
		assertThat(mother.get("/assignments?student=" + home.maya.value()).text()).doesNotContain("Chemistry");
	}

	@Test
	void aLinkOpensTheRecordMarksItReadAndTheBellFollows() {
		score("Maya-Rivera", LAB, "\"points\":12");
		UUID notice = awaitLines(home.mother, 1).getFirst();
		Reply before = mother.get("/notifications/unread");
		assertThat(before.json().path("count").asInt()).isEqualTo(1);
		String tag = before.header("ETag");
		assertThat(mother.send(mother.request("/notifications/unread").header("If-None-Match", tag)).status()).isEqualTo(304);

		assertThat(mother.get("/n/" + notice).header("Location")).endsWith(home.workOf(home.maya, LAB));

		assertThat(mother.send(mother.request("/notifications/unread").header("If-None-Match", tag)).status()).isEqualTo(200);
		assertThat(unread(mother)).isZero();
		score("Maya-Rivera", LAB, "\"points\":13");
		awaitLatest(home.mother, notice);
		assertThat(unread(mother)).as("a new value is news again").isEqualTo(1);
		String inbox = mother.get("/notifications").text();
		assertThat(inbox).contains("Maya: 13 of 20 on Lab report 4", "<s>Maya: 12 of 20 on Lab report 4</s>");
		assertThat(mother.submit("/notifications", "/notifications/read", Map.of("newest", notice.toString())).status()).isEqualTo(302);
		assertThat(unread(mother)).as("it came after what was seen").isEqualTo(1);
		UUID latest = lines(home.mother).getFirst();
		assertThat(mother.submit("/notifications", "/notifications/" + latest + "/read", Map.of("unread", "true")).header("Location"))
				.endsWith("/notifications?unread=true");
		assertThat(unread(mother)).isZero();
		assertThat(mother.get("/notifications?unread=true").text()).contains("Nothing unread").doesNotContain("Lab report 4");
	}

	@Test
	void whoeverIsSignedOutSignsInAndGoesOnToTheRecord() {
		score("Maya-Rivera", LAB, "\"points\":12");
		String link = "/n/" + awaitLines(home.mother, 1).getFirst();
		TestBrowser phone = new TestBrowser(port);
		browsers.add(phone);

		assertThat(phone.get(link).header("Location")).isEqualTo("/sign-in?to=" + URLEncoder.encode(link, StandardCharsets.UTF_8));
	}

	@Test
	void whySaysWhatOneAskedForAndNothingOfOthers() {
		server.getBean(Choices.class)
				.save(List.of(new Choice(home.mother, home.maya, Kind.ASSIGNMENTS, true, BigDecimal.valueOf(80), true)));
		score("Maya-Rivera", LAB, "\"points\":12");
		UUID notice = awaitLines(home.mother, 1).getFirst();

		String why = mother.get("/notifications/" + notice + "/why").text();
		assertThat(why).contains("You asked for scores below 80%; this was 60%", "Decided on", "You may see the records of Maya",
				"Only in this list, not pushed").doesNotContain("Daniel", "WITHHOLD");

		server.getBean(Choices.class).save(List.of(new Choice(home.mother, home.maya, Kind.ASSIGNMENTS, false, null, true)));
		assertThat(mother.get("/notifications/" + notice + "/why").text()).contains("They have changed since");
	}

	@Test
	void thePortalSpeaksSpanishInItsLinesToo() {
		score("Maya-Rivera", LAB, "\"points\":12");
		awaitLines(home.mother, 1);

		assertThat(mother.get("/notifications?language=es").text()).contains("lang=\"es\"", "Maya: 12 de 20 en Lab report 4", "Avisos");
	}

	@Test
	void familiesReadArabicFromRightToLeftAndStaffWhatTheirPagesAreWrittenIn() {
		score("Maya-Rivera", LAB, "\"points\":12");
		awaitLines(home.mother, 1);

		assertThat(mother.get("/notifications?language=ar").text()).contains("lang=\"ar\" dir=\"rtl\"", "<h1>الإشعارات</h1>",
				"\u200f\u2068Maya\u2069: 12 من 20 في \u2068Lab report 4\u2069");
		TestBrowser teacher = browser(home.chemistry.ada, Role.TEACHER);
		assertThat(teacher.get("/gradebook?language=ar").text()).contains("lang=\"en\" dir=\"ltr\"").doesNotContain("hreflang=\"ar\"");
	}

	private TestBrowser browser(PersonId person, Role role) {
		TestBrowser browser = new TestAccounts(server, port).signedIn(person, role).browser();
		browsers.add(browser);
		return browser;
	}

	private void score(String student, int assignment, String value) {
		Reply reply = client().post("/api/v1/scores", "{\"assignment\":\"%s\",\"student\":\"%s\",%s}"
				.formatted(home.chemistry.assignments.get(assignment).value(), home.sourcedId(student).value(), value),
				Scope.SCHOOLBELL_WRITE);
		assertThat(reply.json().path("results").path(0).path("status").asInt()).as(reply.text()).isEqualTo(201);
	}

	private int unread(TestBrowser reader) {
		return reader.get("/notifications/unread").json().path("count").asInt(-1);
	}

	/** The ids of somebody's lines, newest first, as the API has them. */
	private List<UUID> lines(PersonId person) {
		String sourcedId = jdbc().sql("SELECT sourced_id FROM roster.person WHERE id = ?").param(person.value()).query(String.class)
				.single();
		List<UUID> ids = new ArrayList<>();
		client().get("/api/v1/notices?person=" + sourcedId, Scope.SCHOOLBELL_READ).json().path("notices")
				.forEach(line -> ids.add(UUID.fromString(line.path("id").asString())));
		return ids;
	}

	private List<UUID> awaitLines(PersonId person, int count) {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> lines(person), found -> found.size() == count);
	}

	private void awaitLatest(PersonId person, UUID before) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> lines(person), found -> !found.contains(before));
	}
}
