package org.schoolbell.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.schoolbell.embedded.DatabaseAddress;
import org.schoolbell.embedded.EmbeddedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs every command of {@code bad-archives/expected.txt}, one after the other on one district, and compares what they did with the listing. */
class BadArchivesTest {
	private static final Path ARCHIVES = Path.of("src/test/resources/bad-archives");
	private static final String COMMAND = "$ ";
	private static final long MOST_PACKED_BYTES = 50_000;

	@TempDir
	private Path folder;

	@Test
	void importsEndAsListedAndThoseThatFailChangeNoRowOfAnyTable() throws Exception {
		List<String> listing = Files.readAllLines(ARCHIVES.resolve("expected.txt"));
		List<String> seen = new ArrayList<>();
		try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("data/database"))) {
			migrate(database.address());
			TableStates before = TableStates.of(database.address());
			for (String line : listing) {
				if (line.startsWith("#") || line.isEmpty()) {
					seen.add(line);
				} else if (line.startsWith(COMMAND)) {
					seen.add(line);
					seen.addAll(run(line.substring(COMMAND.length())));
					TableStates after = TableStates.of(database.address());
					seen.addAll(after.changesSince(before));
					before = after;
				}
			}
		}
		assertThat(seen).containsExactlyElementsOf(listing);
	}

	@Test
	void archivesAreSmallAndHoldWhatTheirGeneratorMakes() throws Exception {
		for (Map.Entry<String, Map<String, byte[]>> archive : BadArchives.all().entrySet()) {
			Path file = ARCHIVES.resolve(archive.getKey());
			assertThat(Files.size(file)).as(archive.getKey()).isLessThan(MOST_PACKED_BYTES);
			assertThat(entries(file)).as(archive.getKey()).containsExactlyEntriesOf(archive.getValue());
		}
	}

	/** What a district holds before its first import is no matter of the listing. */
	private static void migrate(DatabaseAddress database) {
		Flyway.configure().dataSource(database.jdbcUrl(), database.username(), database.password().value()).load().migrate();
	}

	/** @return what the command printed, and its exit status, as the listing has them */
	private List<String> run(String command) {
		Stream<String> words = Stream.of(command.split(" "))
				.map(word -> word.endsWith(".zip") ? ARCHIVES.resolve(word).toAbsolutePath().toString() : word);
		Ended ended = Ended.run(Stream.concat(words, Stream.of("--data-dir", folder.resolve("data").toString())).toArray(String[]::new));
		List<String> told = new ArrayList<>();
		ended.out().lines().forEach(text -> told.add("out: " + text));
		ended.err().lines().forEach(text -> told.add("err: " + text));
		told.add("exit status: " + ended.status());
		return told;
	}

	private static Map<String, byte[]> entries(Path file) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
			for (ZipEntry entry : zip.stream().toList()) {
				try (InputStream in = zip.getInputStream(entry)) {
					entries.put(entry.getName(), in.readAllBytes());
				}
			}
		}
		return entries;
	}
}
