package org.schoolbell.command;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SchoolbellTest {
	@TempDir
	Path folder;

	@Test
	void showsEveryCommandWithExamples() {
		Ended ended = Ended.run("--help");
		assertThat(ended.status()).isZero();
		assertThat(ended.out()).contains("demo", "district", "relay", "sandbox", "check-connection", "import", "generate-sample",
				"Examples:", "Exit status:");
		assertThat(ended.err()).isEmpty();
	}

	@Test
	void endsWithTwoForWrongUsage() {
		for (String[] wrong : new String[][]{{}, {"nonsense"}, {"demo", "--port", "65536"}, {"demo", "--port", "x"},
				{"demo", "--date", "24.11.2026"},
				{"demo", "--apns", "localhost"}, {"demo", "--apns", "localhost:0"}, {"check-connection", "nonsense"},
				{"check-connection", "--language=tlh"}, {"generate-sample"}, {"import"}, {"activation-key"},
				{"activation-key", "--name", "A", "--username", "b.c"},
				{"import", folder.resolve("none.zip").toString()}}) {
			Ended ended = Ended.run(wrong);
			assertThat(ended.status()).as(String.join(" ", wrong)).isEqualTo(2);
			assertThat(ended.err()).as(String.join(" ", wrong)).isNotBlank();
			assertThat(ended.out()).as(String.join(" ", wrong)).isEmpty();
		}
	}

	@Test
	void endsWithOneAndASentenceWhenTheWorkFails() throws Exception {
		Path zip = Files.writeString(folder.resolve("some.zip"), "no zip");
		Ended ended = Ended.run("import", "--data-dir", folder.resolve("nowhere").toString(), zip.toString());
		assertThat(ended.status()).isOne();
		assertThat(ended.err().strip().lines()).singleElement().asString().contains("There is no database to work on");
	}

	@Test
	void writesTheSameSampleForTheSameOptions() throws Exception {
		Path first = folder.resolve("first.zip");
		Path second = folder.resolve("second.zip");
		for (Path file : new Path[]{first, second}) {
			Ended ended = Ended.run("generate-sample", "--students", "30", "--seed", "7", "--date", "2026-11-24", "--out", file.toString());
			assertThat(ended.status()).isZero();
			assertThat(ended.out()).contains("30 students, seed 7, date 2026-11-24");
		}
		assertThat(first).hasSameBinaryContentAs(second);
		assertThat(Ended.run("generate-sample", "--students", "1", "--out", first.toString()).status()).isEqualTo(2);
	}
}
