package org.schoolbell.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.schoolbell.embedded.BrokerCredentials;
import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.EmbeddedBroker;

/**
 * The settings with which the demo starts an application, as arguments of this process alone. They win over an operator's {@code application.yaml} in the
 * working directory, so that a demo never touches the database or the broker named there.
 */
final class Wiring {
	private final List<String> arguments = new ArrayList<>();

	Wiring set(String name, Object value) {
		arguments.add("--" + name + "=" + value);
		return this;
	}

	/** The web server's own port, reachable from this machine alone. */
	Wiring listen(int port) {
		return set("server.address", "127.0.0.1").set("server.port", port);
	}

	/** The port of health and metrics, where the application has one of its own. */
	Wiring manage(int port) {
		return set("management.server.address", "127.0.0.1").set("management.server.port", port);
	}

	Wiring database(DatabaseAddress address) {
		return set("spring.datasource.url", address.jdbcUrl()).set("spring.datasource.username", address.username()).set(
				"spring.datasource.password",
				address.password().value());
	}

	/** @param prefix under which the application has its broker settings */
	Wiring broker(String prefix, EmbeddedBroker broker, BrokerCredentials credentials) {
		return trust("broker", broker.certificate()).set(prefix + ".host", broker.uri().getHost()).set(prefix + ".port", broker.port())
				.set(prefix + ".virtual-host", broker.virtualHost()).set(prefix + ".username", credentials.username())
				.set(prefix + ".password", credentials.password().value()).set(prefix + ".ssl-bundle", "broker");
	}

	/** A Spring SSL bundle that trusts this certificate and no other. */
	Wiring trust(String bundle, Path certificate) {
		return set("spring.ssl.bundle.pem." + bundle + ".truststore.certificate", certificate.toUri());
	}

	/** With the demo's own log levels in place of those in the files. */
	List<String> arguments() {
		List<String> all = new ArrayList<>(arguments);
		all.add("--spring.main.log-startup-info=false");
		all.add("--logging.level.root=warn");
		all.add("--logging.level.org.schoolbell=info");
		return all;
	}
}
