package org.schoolbell.district.account.page;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import org.schoolbell.district.DistrictApplication;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.TestAccounts;
import org.schoolbell.district.testing.TestBrowser;
import org.schoolbell.district.testing.TestFamily;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions are in the database alone: two servers on it are one to whoever is signed in, and no session ends with its server. */
class SharedSessionsTest extends ServerTest {
	private static final String PAGE = "/account/password";

	@LocalServerPort
	private int here;
	@Autowired
	private Environment environment;

	@Test
	void anyServerGoesOnWithASessionAndARestartSignsNobodyOut() {
		TestAccounts.Member elena;
		try (ConfigurableApplicationContext other = otherServer()) {
			elena = new TestAccounts(other, port(other)).signedIn(Role.TEACHER);
			assertThat(status(elena.browser(), port(other))).isEqualTo(200);
			assertThat(status(elena.browser(), here)).isEqualTo(200);
		}
		try (TestBrowser browser = elena.browser(); ConfigurableApplicationContext again = otherServer()) {
			assertThat(status(browser, here)).isEqualTo(200);
			assertThat(status(browser, port(again))).isEqualTo(200);

			browser.submit(at(here), at(here).replace(PAGE, "/sign-out"), Map.of());
			assertThat(status(browser, port(again))).isEqualTo(303);
		}
	}

	@Test
	void anyServerLetsADeviceInThatStaysLoggedInAndKnowsWhenItIsSignedOutOnAnother() {
		try (ConfigurableApplicationContext other = otherServer()) {
			TestFamily there = new TestFamily(other, jdbc(), port(other));
			TestFamily.Parent ana = there.parent();
			try (TestBrowser phone = there.browser(ana, true); TestBrowser tablet = there.browser(ana, true)) {
				for (int port : List.of(here, port(other), here)) {
					there.webSessionsEnd(ana);
					assertThat(status(phone, port)).isEqualTo(200);
					assertThat(status(tablet, port)).isEqualTo(200);
				}
				phone.submit(at(here), at(here).replace(PAGE, "/settings/devices/sign-out"), Map.of());
				assertThat(status(tablet, port(other))).isEqualTo(303);
				assertThat(status(phone, port(other))).isEqualTo(303);
			}
		}
	}

	private static int status(TestBrowser browser, int port) {
		return browser.get(at(port)).status();
	}

	/** A browser keeps one cookie for all ports of a host, as it does for all servers behind one name. */
	private static String at(int port) {
		return "http://localhost:" + port + PAGE;
	}

	private ConfigurableApplicationContext otherServer() {
		return new SpringApplicationBuilder(DistrictApplication.class).properties("spring.config.name=application,district").run(
				"--server.port=0", "--management.server.port=0", setting("spring.datasource.url"), setting("spring.datasource.username"),
				setting("spring.datasource.password"));
	}

	private String setting(String name) {
		return "--" + name + "=" + environment.getRequiredProperty(name);
	}

	private static int port(ConfigurableApplicationContext server) {
		return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}
}
