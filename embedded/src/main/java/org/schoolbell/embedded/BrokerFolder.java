package org.schoolbell.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What lies where: {@code store} keeps queues and messages, {@code certificate.pem} is what clients trust, {@code server.p12} is the broker's own, and each user
 * has a file with its password. {@code broker.json} and {@code rules.acl} are written anew at every start.
 */
record BrokerFolder(Path root) {
	static final String RELAY = "relay";

	Path store() {
		return root.resolve("store");
	}

	Path certificate() {
		return root.resolve("certificate.pem");
	}

	Path keyStore() {
		return root.resolve("server.p12");
	}

	Path configuration() {
		return root.resolve("broker.json");
	}

	Path rules() {
		return root.resolve("rules.acl");
	}

	Path systemProperties() {
		return root.resolve("system.properties");
	}

	Path derbyLog() {
		return root.resolve("derby.log");
	}

	void create() throws IOException {
		OwnerOnly.createDirectories(root);
		OwnerOnly.createDirectories(store());
	}

	Secret keyStorePassword() throws IOException {
		return OwnerOnly.secret(root.resolve("server.password"));
	}

	BrokerCredentials relay() throws IOException {
		return credentials(RELAY);
	}

	/** The district's user is named like the district, so its rules and the logs read alike. */
	BrokerCredentials district(String id) throws IOException {
		return credentials("district-" + id);
	}

	private BrokerCredentials credentials(String username) throws IOException {
		return new BrokerCredentials(username, OwnerOnly.secret(root.resolve(username + ".password")));
	}
}
