package org.schoolbell.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Broker-J's own configuration, written before each start and read into memory by it, so that ports, users and permissions are always what our files say.
 * Queues and messages are not in here; the virtual host keeps them.
 */
record BrokerConfiguration(BrokerFolder folder, int port, Topology topology, BrokerCredentials administrator) {
	/** The virtual host that clients name. */
	static final String VIRTUAL_HOST = "default";

	void write() throws IOException {
		OwnerOnly.write(folder.configuration(), JsonMapper.shared().writeValueAsBytes(broker()));
		OwnerOnly.write(folder.rules(), rules());
		OwnerOnly.write(folder.systemProperties(), "");
	}

	private Map<String, Object> broker() throws IOException {
		return Map.of("name", "schoolbell", "modelVersion", "9.1", "context", context(), "authenticationproviders",
				List.of(Map.of("name", "users", "type", "Plain", "users", users())), "accesscontrolproviders",
				List.of(Map.of("name", "rules", "type", "AclFile", "path", folder.rules().toString())), "keystores",
				List.of(Map.of("name", "server", "type", "FileKeyStore", "storeUrl", folder.keyStore().toString(), "keyStoreType", "PKCS12",
						"certificateAlias",
						ServerCertificate.ALIAS, "password", folder.keyStorePassword().value())),
				"ports", List.of(amqps()), "virtualhostnodes",
				List.of(Map.of("name", VIRTUAL_HOST, "type", "JSON", "storePath", folder.store().resolve("node").toString(),
						"defaultVirtualHostNode", true,
						"virtualHostInitialConfiguration", "{\"type\":\"DERBY\"}")));
	}

	/** Unknown arguments of a declaration are RabbitMQ's own (quorum, delivery limit): logged and ignored instead of refused. */
	private static Map<String, String> context() {
		return Map.of("queue.behaviourOnUnknownDeclareArgument", "LOG", "broker.failStartupWithErroredChild", "true");
	}

	private Map<String, Object> amqps() {
		return Map.of("name", "AMQPS", "type", "AMQP", "port", port, "bindingAddress", "127.0.0.1", "protocols", List.of("AMQP_0_9_1"),
				"transports",
				List.of("SSL"), "keyStore", "server", "authenticationProvider", "users", "virtualhostaliases",
				List.of(Map.of("name", "nameAlias", "type", "nameAlias"), Map.of("name", "defaultAlias", "type", "defaultAlias")));
	}

	private List<Map<String, String>> users() throws IOException {
		return List.of(user(administrator), user(folder.relay()), user(folder.district(topology.district())));
	}

	private static Map<String, String> user(BrokerCredentials credentials) {
		return Map.of("name", credentials.username(), "type", "managed", "password", credentials.password().value());
	}

	/** The first rule that matches decides; the last one denies what no other allows. */
	private String rules() throws IOException {
		String district = folder.district(topology.district()).username();
		return """
				ACL ALLOW %s ALL ALL
				ACL ALLOW ALL ACCESS VIRTUALHOST
				""".formatted(administrator.username()) + publish(district, topology.notifications(), topology.notifications())
				+ consume(district, topology.receipts()) + consume(BrokerFolder.RELAY, topology.notifications())
				+ consume(BrokerFolder.RELAY, Topology.DEAD)
				+ publish(BrokerFolder.RELAY, "", topology.receipts()) + publish(BrokerFolder.RELAY, "", Topology.DEAD)
				+ "ACL DENY-LOG ALL ALL\n";
	}

	private static String publish(String user, String exchange, String routingKey) {
		return "ACL ALLOW %s PUBLISH EXCHANGE name=\"%s\" routingkey=\"%s\"\n".formatted(user, exchange, routingKey);
	}

	private static String consume(String user, String queue) {
		return "ACL ALLOW %s CONSUME QUEUE name=\"%s\"\n".formatted(user, queue);
	}
}
