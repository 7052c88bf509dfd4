package org.schoolbell.district.preference.page;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.SignedInByHeader;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolbell.district.account.Scope.SCHOOLBELL_WRITE;

/** The administrator's page over HTTP. */
@Import(SignedInByHeader.class)
class PushPagesTest extends ServerTest {
	private static final String ADMINISTRATOR = "ADMINISTRATOR";
	private static final String HELPDESK = "HELPDESK";
	private static final String CHECKBOX = "<input type=\"checkbox\" id=\"enabled\"";

	private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

	@Autowired
	private PushSwitch pushes;
	@Autowired
	private InstantSource time;
	private PersonId tom = new PersonId(0);

	@BeforeEach
	void switchOn() {
		tom = new PersonId(jdbc().sql("""
				INSERT INTO roster.person (sourced_id, given_name, family_name, portal_account)
				VALUES (?, 'Tom', 'Becker', true) RETURNING id
				""").param(school().name() + "tom").query(Long.class).single());
		pushes.set(true, Origin.SERVER);
	}

	@AfterEach
	void leaveOn() {
		pushes.set(true, Origin.SERVER);
	}

	@Test
	void whoMayWriteSeesTheCheckboxAsItIsAndTheButton() {
		Reply page = get(ADMINISTRATOR, "");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text())
				.contains("<h1>Push Notifications</h1>", "System Settings", "Portal Preferences", "Set for the whole district",
						">Save</button>", CHECKBOX)
				.doesNotContain("You can read this page", "<script>", " style=");
		assertThat(checkbox(page)).contains(" checked").doesNotContain(" disabled");
	}

	@Test
	void whoMayOnlyReadSeesItAndWhoCanChangeIt() {
		Reply page = get(HELPDESK, "");

		assertThat(checkbox(page)).contains(" checked", " disabled");
		assertThat(page.text()).contains("You can read this page. To change it, ask an administrator").doesNotContain(">Save</button>");
	}

	@Test
	void savingTurnsTheSwitchAndSaysWhoDidItAndWhen() {
		Reply answer = save(get(ADMINISTRATOR, ""), "");

		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.header("Location")).endsWith(PushView.PATH + "?saved");
		assertThat(pushes.enabled()).isFalse();
		Reply page = get(ADMINISTRATOR, "?saved");
		assertThat(checkbox(page)).doesNotContain(" checked");
		assertThat(page.text()).contains("Saved")
				.containsPattern("Last changed by Tom Becker, [A-Z][a-z]{2} \\d{1,2}, 20\\d\\d, \\d{1,2}:\\d\\d [AP]M\\.");
	}

	@Test
	void savingWhatIsSoAlreadyChangesNothing() {
		long version = pushes.state().version();

		assertThat(save(get(ADMINISTRATOR, ""), "enabled=true").status()).isEqualTo(302);
		assertThat(pushes.state().version()).isEqualTo(version);
	}

	@Test
	void whoSavesAfterSomebodyElseIsShownWhatHoldsNowAndMaySaveAgain() {
		Reply opened = get(ADMINISTRATOR, "");
		client().put("/api/v1/push-settings", "{\"enabled\": false}", SCHOOLBELL_WRITE);

		Reply answer = save(opened, "enabled=true");

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.text()).contains("Somebody else has disabled push notifications meanwhile", "Nothing of yours was saved",
				"Last changed by the program test-client");
		assertThat(checkbox(answer)).doesNotContain(" checked");
		assertThat(pushes.enabled()).isFalse();
		assertThat(save(answer, "enabled=true").status()).isEqualTo(302);
		assertThat(pushes.enabled()).isTrue();
	}

	@Test
	void aFormWithoutAVersionIsRefusedAndChangesNothing() {
		for (String version : new String[]{"", "x", "-1", "9".repeat(30)}) {
			assertThat(post("version=" + version).status()).as(version).isEqualTo(400);
		}
		assertThat(pushes.enabled()).isTrue();
	}

	@Test
	void thePageSpeaksSpanish() {
		assertThat(get(ADMINISTRATOR, "?language=es").text()).contains("lang=\"es\"", "Activar las notificaciones push",
				">Guardar</button>");
	}

	@Test
	void whatWentOutYesterdayIsShownByKindAlsoWhileTheSwitchIsOff() {
		LocalDate yesterday = LocalDate.ofInstant(time.instant(), CHICAGO).minusDays(1);
		jdbc().sql("DELETE FROM notice.push_count").update();
		count(yesterday.atTime(15, 10), 1, 1_061);
		count(yesterday.atTime(9, 0), 2, 40);
		count(yesterday.atTime(23, 59), 1, 1);
		count(yesterday.plusDays(1).atStartOfDay(), 1, 500);

		assertThat(lines(get(ADMINISTRATOR, ""))).containsExactly("1,062", "40", "0", "0", "0", "1,102", "3:10 PM: 1,061");
		pushes.set(false, Origin.SERVER);
		Reply off = get(ADMINISTRATOR, "");
		assertThat(lines(off)).containsExactly("1,062", "40", "0", "0", "0", "1,102", "3:10 PM: 1,061");
		assertThat(off.text()).contains("Push notifications are off. This is what went out to phones, or would have.");
	}

	private void count(LocalDateTime minute, int kind, int pushes) {
		jdbc().sql("INSERT INTO notice.push_count (minute, kind, pushes) VALUES (?, ?, ?)").param(minute.atZone(CHICAGO).toOffsetDateTime())
				.param(kind).param(pushes).update();
	}

	private static List<String> lines(Reply page) {
		return Pattern.compile("<td class=\"number\">([^<]+)</td>").matcher(page.text()).results().map(match -> match.group(1)).toList();
	}

	private static String checkbox(Reply page) {
		return Pattern.compile(CHECKBOX + "[^>]*>").matcher(page.text()).results().findFirst().orElseThrow().group();
	}

	private Reply get(String role, String query) {
		return client().send(request(role, query).GET());
	}

	private Reply save(Reply page, String enabled) {
		String version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.text()).results().findFirst().orElseThrow()
				.group(1);
		return post("version=" + version + "&" + enabled);
	}

	private Reply post(String form) {
		return client().send(request(ADMINISTRATOR, "").header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form)));
	}

	private HttpRequest.Builder request(String role, String query) {
		URI page = client().uri(PushView.PATH + query);
		return HttpRequest.newBuilder(page).header("Accept", "text/html").header(SignedInByHeader.PERSON, Long.toString(tom.value()))
				.header(SignedInByHeader.ROLE, role);
	}
}
