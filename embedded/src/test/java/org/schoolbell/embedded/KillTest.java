package org.schoolbell.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class KillTest {
	private static final int KILLS = 2;

	@TempDir
	Path folder;

	/** What a process that was killed had confirmed last. */
	private record Confirmed(long run, int number) {}

	/** A victim's PostgreSQL outlives it; a test that fails half-way leaves none behind. */
	@AfterEach
	void endWhatVictimsLeft() throws IOException {
		DatabaseFolder database = new DatabaseFolder(folder.resolve("database"), folder.resolve("database/binaries"));
		database.create();
		database.stopServer();
	}

	@Test
	void losesNothingThatWasConfirmedBeforeTheProcessWasKilled() throws Exception {
		SplittableRandom random = new SplittableRandom(18);
		List<Confirmed> confirmed = new ArrayList<>();
		for (int kill = 0; kill < KILLS; kill++) {
			confirmed.add(runAndKill(random.nextInt(10, 60)));
		}
		try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"));
				EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0, "north", InstantSource.system())) {
			List<String> messages = messages(broker);
			for (Confirmed last : confirmed) {
				assertThat(rows(database, last.run)).isGreaterThanOrEqualTo(last.number);
				for (int number = 1; number <= last.number; number++) {
					assertThat(messages).containsOnlyOnce(last.run + " " + number);
				}
			}
		}
	}

	@Test
	void tellsASecondProcessInOneSentenceThatTheFolderIsInUse() throws Exception {
		Path database = folder.resolve("database");
		try (EmbeddedDatabase _ = EmbeddedDatabase.start(database)) {
			Process second = Victim.start(folder);
			try (BufferedReader output = second.inputReader(UTF_8)) {
				assertThat(output.lines())
						.containsExactly("Another process already uses " + database + ": stop that one, or choose another folder.");
			}
			assertThat(second.waitFor()).isEqualTo(1);
		}
	}

	private Confirmed runAndKill(int after) throws IOException, InterruptedException {
		Process victim = Victim.start(folder);
		int last = 0;
		try (BufferedReader output = victim.inputReader(UTF_8)) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				last = Integer.parseInt(line);
				if (last == after) {
					victim.toHandle().destroyForcibly();
				}
			}
		}
		assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
		assertThat(last).as("confirmed before the kill; see victim.err").isGreaterThanOrEqualTo(after);
		return new Confirmed(victim.pid(), last);
	}

	private static int rows(EmbeddedDatabase database, long run) throws Exception {
		try (Connection connection = database.address().open();
				Statement statement = connection.createStatement();
				ResultSet count = statement.executeQuery("SELECT count(DISTINCT number) FROM saved WHERE run = " + run)) {
			count.next();
			return count.getInt(1);
		}
	}

	private static List<String> messages(EmbeddedBroker broker) throws Exception {
		List<String> messages = new ArrayList<>();
		try (var connection = BrokerClient.connect("localhost", broker.port(), broker.certificate(), broker.relay());
				Channel channel = connection.createChannel()) {
			for (GetResponse message = channel.basicGet("notifications.north", true); message != null; message = channel
					.basicGet("notifications.north", true)) {
				messages.add(new String(message.getBody(), UTF_8));
			}
		}
		return messages;
	}
}
