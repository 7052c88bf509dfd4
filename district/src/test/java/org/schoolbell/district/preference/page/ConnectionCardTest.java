package org.schoolbell.district.preference.page;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;

import org.schoolbell.district.dispatch.ConnectionState.Connected;
import org.schoolbell.district.dispatch.ConnectionState.Down;
import org.schoolbell.district.dispatch.ConnectionState.NotConfigured;
import org.schoolbell.district.dispatch.ConnectionState.Reason;
import org.schoolbell.district.dispatch.ConnectionState.StandingBy;
import org.schoolbell.district.dispatch.check.ConnectionReport;
import org.schoolbell.district.dispatch.check.Help;
import org.schoolbell.district.dispatch.check.Result;
import org.schoolbell.district.dispatch.check.Stage;
import org.schoolbell.district.dispatch.check.Step;
import org.schoolbell.district.dispatch.check.Wording;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.preference.PushSwitch;
import org.schoolbell.district.preference.PushesOfDay;
import org.schoolbell.district.preference.page.ConnectionView.Outage;
import org.schoolbell.district.preference.page.ConnectionView.State;
import org.schoolbell.district.preference.page.PushView.After;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.SignedInByHeader;
import org.schoolbell.district.testing.TestClient.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page says of the connection: with a server that has no broker, and for states that another has. */
@Import(SignedInByHeader.class)
class ConnectionCardTest extends ServerTest {
	private static final Instant NOW = Instant.parse("2026-11-25T15:54:00Z");

	@Autowired
	private Pages pages;

	@Test
	void aCheckShowsTheStepThatFailsAndIsKeptForTheNextReader() {
		Reply checked = send(request(PushView.CHECK).POST(BodyPublishers.noBody()));

		assertThat(checked.status()).isEqualTo(200);
		assertThat(results(checked.text())).containsExactly("Failed", "Not tried", "Not tried", "Not tried", "Not tried", "Not tried");
		assertThat(checked.text()).contains("No broker is set. Enter the connection settings", "Checked just now", "Not set up");
		assertThat(results(send(request(PushView.PATH).GET()).text())).hasSize(6);
	}

	@Test
	void theResultsAddressLoadedAnewLeadsToThePage() {
		Reply again = send(request(PushView.CHECK).GET());

		assertThat(again.status()).isEqualTo(302);
		assertThat(again.header("Location")).endsWith(PushView.PATH);
	}

	@Test
	void asLongAsTlsIsOffThePageWarnsAndSaysWhomToAsk() {
		String off = render(new ConnectionView(State.UNENCRYPTED, null, false, "Priya Shah, extension 4410", null, NOW));

		assertThat(off).contains("TLS is off between this district and the relay", "Do not use this in production",
				"Priya Shah, extension 4410", "Connected, no TLS");
		assertThat(render(new ConnectionView(State.UNENCRYPTED, null, false, null, null, NOW))).contains("whoever looks after this server");
		assertThat(render(new ConnectionView(State.CONNECTED, null, true, "Priya Shah", null, NOW)))
				.doesNotContain("TLS is off", "Priya Shah").contains("Not checked yet since this server started");
	}

	@Test
	void whileNothingLeavesThePageSaysWhySinceWhenAndHowManyWait() {
		String down = render(new ConnectionView(State.DOWN, new Outage("push.down.unreachable", NOW.minusSeconds(120), 3_120), true, null,
				null, NOW));

		assertThat(down).contains("No pushes are leaving the district",
				"The relay's broker cannot be reached. It has been so since Nov 25, 2026, 9:52 AM. 3,120 pushes are waiting and go out");
	}

	@Test
	void theFailingStepSaysWhatItMeansAndBelowStandsWhatToCopy() {
		String page = render(new ConnectionView(State.DOWN, null, true, null, blocked(), NOW));

		assertThat(results(page)).containsExactly("Passed", "Failed", "Not tried", "Not tried", "Not tried", "Not tried");
		assertThat(page).contains("9 ms", "No answer in 10 seconds. A firewall is probably in the way.", "For the firewall's owner",
				"Please allow outgoing TCP from 198.51.100.7 to 203.0.113.24, port 5671", "Checked 2 minutes ago",
				"data-summary=\"Reach port 5671: No answer in 10 seconds. A firewall is probably in the way.\"");
	}

	@Test
	void everyStateAndReasonHasItsWordsInEveryLanguage() {
		for (String tag : Texts.tags()) {
			Texts texts = Texts.in(tag, ZoneId.of("UTC"));
			for (State state : State.values()) {
				assertThat(List.of(texts.of(state.key()), texts.of(state.then()))).doesNotContain("");
			}
			for (Reason reason : EnumSet.complementOf(EnumSet.of(Reason.STARTING, Reason.STOPPED))) {
				assertThat(texts.of(Connections.key(reason))).isNotEmpty();
			}
		}
	}

	@Test
	void statesAreWhatTheyLookLike() {
		assertThat(Connections.state(new Connected(NOW), true)).isEqualTo(State.CONNECTED);
		assertThat(Connections.state(new Connected(NOW), false)).isEqualTo(State.UNENCRYPTED);
		assertThat(Connections.state(new StandingBy(NOW), true)).isEqualTo(State.STANDING_BY);
		assertThat(Connections.state(new NotConfigured(NOW), true)).isEqualTo(State.NOT_CONFIGURED);
		assertThat(Connections.state(new Down(NOW, Reason.STARTING), true)).isEqualTo(State.BETWEEN);
		assertThat(Connections.state(new Down(NOW, Reason.LOST), true)).isEqualTo(State.DOWN);
	}

	private static ConnectionReport blocked() {
		Wording allow = new Wording("check.firewall.allow", Map.of("from", "198.51.100.7", "to", "203.0.113.24", "port", "5671"));
		Wording says = new Wording("check.fault.no-answer", Map.of("seconds", 10));
		List<Step> steps = new ArrayList<>();
		steps.add(step(Stage.DNS, Result.PASSED, "dns", new Wording("check.found.addresses", Map.of("addresses", "203.0.113.24")), 9));
		steps.add(step(Stage.TCP, Result.FAILED, "tcp", says, 10_000));
		new EnumMap<>(Map.of(Stage.TLS, "tls", Stage.SIGN_IN, "sign-in", Stage.PUBLISH, "publish", Stage.RECEIPT, "receipt"))
				.forEach((stage, title) -> steps.add(step(stage, Result.NOT_TRIED, title, null, 0)));
		Wording words = new Wording("check.found.open", Map.of());
		return new ConnectionReport(NOW.minusSeconds(130), new Wording("check.target", Map.of("host", "relay.example", "port", "5671")),
				steps,
				null, new Help(allow, Help.Addressee.NETWORK, words, words));
	}

	private static Step step(Stage stage, Result result, String title, @Nullable Wording says, int milliseconds) {
		return new Step(stage, result, new Wording("check.step." + title, Map.of("port", "5671")), says == null ? List.of() : List.of(says),
				says == null ? null : Duration.ofMillis(milliseconds));
	}

	private String render(ConnectionView connection) {
		Figures figures = new Figures(new PushesOfDay(LocalDate.of(2026, 11, 24), Map.of(), Optional.empty()), 0, 0);
		PushView view = new PushView(new PushSwitch.State(true, 0), true, 14, null, figures, connection, After.NOTHING);
		return new String(
				pages.page("preference/pushNotifications", Map.of("view", view), new MockHttpServletRequest("GET", PushView.PATH))
						.toByteArray(),
				StandardCharsets.UTF_8);
	}

	/** The words for the drawings in the circles. */
	private static List<String> results(String page) {
		return Pattern.compile("<span class=\"hidden\">: ([^<]+)</span>").matcher(page).results().map(match -> match.group(1)).toList();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(client().uri(path)).header("Accept", "text/html").header(SignedInByHeader.PERSON, "1")
				.header(SignedInByHeader.ROLE, "HELPDESK");
	}

	private Reply send(HttpRequest.Builder request) {
		return client().send(request);
	}
}
