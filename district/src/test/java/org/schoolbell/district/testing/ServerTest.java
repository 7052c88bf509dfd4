package org.schoolbell.district.testing;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import org.schoolbell.district.DistrictApplication;
import org.schoolbell.district.account.ApiClients;
import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.SharedDatabase;

/** A test of the whole district server, over HTTP. All share one server and one database, so each makes its own school. */
@SpringBootTest(classes = DistrictApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
		"spring.config.name=application,district", "management.server.port=0"})
public abstract class ServerTest {
	@LocalServerPort
	private int port;
	@Autowired
	private ApiClients clients;
	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		DatabaseAddress address = SharedDatabase.fresh("district", ServerTest::migrate);
		registry.add("spring.datasource.url", address::jdbcUrl);
		registry.add("spring.datasource.username", address::username);
		registry.add("spring.datasource.password", () -> address.password().value());
	}

	/** @return a client that may ask for every scope */
	protected TestClient client() {
		return TestClient.of(port, clients);
	}

	protected JdbcClient jdbc() {
		return jdbc;
	}

	/** @return a school of its own, whose names no other test uses */
	protected TestSchool school() {
		return TestSchool.in(jdbc);
	}

	private static void migrate(DatabaseAddress template) {
		Flyway.configure().dataSource(template.jdbcUrl(), template.username(), template.password().value()).load().migrate();
	}
}
