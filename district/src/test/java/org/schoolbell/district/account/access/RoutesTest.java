package org.schoolbell.district.account.access;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import org.schoolbell.district.account.Scope;
import org.schoolbell.district.account.access.RouteTable.Row;
import org.schoolbell.district.page.Page;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.testing.ChemistryClass;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestAccounts;
import org.schoolbell.district.testing.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks every route of the running server with every role, with nobody signed in and with a token, and compares with a table typed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest extends ServerTest {
	private static final RouteTable TABLE = RouteTable.read();
	/** A stranger to the sections of {@link #OWNER}, with the same role. */
	private static final String COLLEAGUE = "colleague";
	private static final String OWNER = "teacher";
	private static final String NOBODY = "nobody";
	private static final String TOKEN = "token";
	/** The ways out, in the table's order. */
	private static final List<String> OUT = List.of(Page.SIGN_OUT, "/settings/devices/sign-out");

	@LocalServerPort
	private int port;
	@LocalManagementPort
	private int managementPort;
	@Autowired
	private ApplicationContext server;

	private final Map<String, TestBrowser> callers = new LinkedHashMap<>();
	private final Map<String, String> formTokens = new LinkedHashMap<>();
	private final Map<String, String> places = new LinkedHashMap<>();

	@BeforeAll
	void signEverybodyIn() {
		close();
		callers.clear();
		ChemistryClass chemistry = new ChemistryClass(jdbc());
		TestAccounts accounts = new TestAccounts(server, port);
		callers.put(NOBODY, new TestBrowser(port));
		callers.put(TOKEN, new TestBrowser(port));
		callers.put(OWNER, accounts.signedIn(chemistry.ada, Role.TEACHER).browser());
		callers.put(COLLEAGUE, accounts.signedIn(chemistry.stranger(), Role.TEACHER).browser());
		for (Role role : Role.values()) {
			callers.computeIfAbsent(role.value(), _ -> accounts.signedIn(role).browser());
		}
		callers.forEach((name, browser) -> formTokens.put(name,
				TestBrowser.token(browser.get(name.equals(NOBODY) || name.equals(TOKEN) ? "/sign-in" : "/account/password"))));
		places.put("{section}", chemistry.section.value());
		places.put("{assignment}", chemistry.assignments.getFirst().value());
		places.put("{sourcedId}", "nothing");
		places.put("{student}", "1");
		places.put("{sectionNumber}", "1");
		places.put("{assignmentNumber}", "1");
		places.put("{id}", "019ab000-0000-7000-8000-000000000000");
		places.put("{device}", "0");
		places.put("/assets/{release}/**",
				callers.get(NOBODY).get("/sign-in").text().replaceAll("(?s).*href=\"(/assets/[0-9a-f]+/app.css)\".*", "$1"));
		places.put("{version}", "1.0");
		places.put("**", "nothing");
		places.put("*", "");
	}

	@AfterAll
	void close() {
		callers.values().forEach(TestBrowser::close);
	}

	@Test
	void everyRouteOfTheServerIsInTheTableAndNoOther() {
		assertThat(TABLE.rows().stream().map(Row::route).sorted().toList()).isEqualTo(ServedRoutes.of(server).stream().sorted().toList());
	}

	@Test
	void everyCallerIsAnsweredAsTheTableSays() {
		assertThat(callers.keySet()).containsExactlyInAnyOrderElementsOf(TABLE.callers());
		List<String> wrong = new ArrayList<>();
		// Signing out ends what the walk needs, so it comes last, and everybody signs in anew for the other way.
		List<Row> rows = Stream.concat(TABLE.rows().stream().filter(row -> !OUT.contains(row.path())),
				TABLE.rows().stream().filter(row -> OUT.contains(row.path()))).toList();
		for (Row row : rows) {
			if (OUT.indexOf(row.path()) > 0) {
				signEverybodyIn();
			}
			for (int i = 0; i < TABLE.callers().size(); i++) {
				String caller = TABLE.callers().get(i);
				int status = status(row, caller, Objects.requireNonNull(formTokens.get(caller)));
				if (status != row.answers().get(i)) {
					wrong.add(row.route() + ": " + caller + " is answered " + status + " and not " + row.answers().get(i));
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void noFormIsTakenWithoutTheTokenOfItsPage() {
		for (Row row : TABLE.rows()) {
			if (row.method().equals("POST") && !row.path().startsWith("/api/") && !row.path().startsWith("/oauth2/")) {
				for (String caller : TABLE.callers()) {
					assertThat(status(row, caller, "")).as(row.route() + " by " + caller).isEqualTo(403);
				}
			}
		}
	}

	private int status(Row row, String caller, String formToken) {
		TestBrowser browser = Objects.requireNonNull(callers.get(caller));
		HttpRequest.Builder request = browser.request(address(row.path())).header("X-CSRF-TOKEN", formToken);
		if (caller.equals(TOKEN)) {
			request.header("Authorization", "Bearer " + client().token(Scope.values()));
		}
		String method = row.method().equals("ANY") ? "GET" : row.method();
		return browser.send(switch (row.body()) {
			// A name of each caller's own: tries at sign-in are counted by name.
			case "form" -> request.header("Content-Type", "application/x-www-form-urlencoded").method(method,
					BodyPublishers.ofString("username=" + caller));
			case "json" -> request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString("{}"));
			case "none" -> request.method(method, BodyPublishers.noBody());
			default -> throw new AssertionError("This is no body: " + row.body());
		}).status();
	}

	private String address(String path) {
		String[] address = {path.startsWith(ServedRoutes.MANAGEMENT)
				? "http://localhost:" + managementPort + path.substring(ServedRoutes.MANAGEMENT.length())
				: path};
		places.forEach((place, value) -> address[0] = address[0].replace(place, value));
		return address[0];
	}
}
