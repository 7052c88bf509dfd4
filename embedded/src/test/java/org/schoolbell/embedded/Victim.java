package org.schoolbell.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.MessageProperties;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A process of its own that holds both services, commits a row and publishes a persistent message over and over, and says the number of each once it is
 * confirmed. It ends only by being killed, or with one sentence where it cannot start.
 */
final class Victim {
	private Victim() {
	}

	static Process start(Path folder) throws IOException {
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"),
				Victim.class.getName(), folder.toString());
		return new ProcessBuilder(command).redirectError(new File(folder.toFile(), "victim.err")).start();
	}

	public static void main(String[] args) throws Exception {
		try {
			run(Path.of(args[0]));
		} catch (EmbeddedServiceException e) {
			System.out.println(e.getMessage());
			System.exit(1);
		}
	}

	private static void run(Path folder) throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"));
				EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0, "north", InstantSource.system());
				Connection rows = database.address().open();
				Statement statement = rows.createStatement();
				var messages = BrokerClient.connect("localhost", broker.port(), broker.certificate(), broker.district());
				Channel channel = messages.createChannel()) {
			statement.execute("CREATE TABLE IF NOT EXISTS saved (id bigint GENERATED ALWAYS AS IDENTITY, run bigint, number int)");
			channel.confirmSelect();
			save(statement, channel);
		}
	}

	private static void save(Statement statement, Channel channel) throws Exception {
		long run = ProcessHandle.current().pid();
		for (int number = 1; true; number++) {
			statement.execute("INSERT INTO saved (run, number) VALUES (" + run + ", " + number + ")");
			channel.basicPublish("notifications.north", "notifications.north", true, MessageProperties.PERSISTENT_BASIC,
					(run + " " + number).getBytes(UTF_8));
			channel.waitForConfirmsOrDie();
			System.out.println(number);
		}
	}
}
