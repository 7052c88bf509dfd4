package org.schoolbell.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SchoolbellTest {
	@TempDir
	Path folder;

	private record Ended(int status, String out, String err) {}

	@Test
	void showsEveryCommandWithExamples() {
		Ended ended = run("--help");
		assertThat(ended.status).isZero();
		assertThat(ended.out).contains("demo", "district", "relay", "sandbox", "import", "generate-sample", "Examples:", "Exit status:");
		assertThat(ended.err).isEmpty();
	}

	@Test
	void endsWithTwoForWrongUsage() {
		for (String[] wrong : new String[][]{{}, {"nonsense"}, {"demo", "--port", "65536"}, {"demo", "--port", "x"},
				{"demo", "--date", "24.11.2026"},
				{"demo", "--apns", "localhost"}, {"demo", "--apns", "localhost:0"}, {"generate-sample"}, {"import"},
				{"import", folder.resolve("none.zip").toString()}}) {
			Ended ended = run(wrong);
			assertThat(ended.status).as(String.join(" ", wrong)).isEqualTo(2);
			assertThat(ended.err).as(String.join(" ", wrong)).isNotBlank();
			assertThat(ended.out).as(String.join(" ", wrong)).isEmpty();
		}
	}

	@Test
	void endsWithOneAndASentenceWhenTheWorkFails() throws Exception {
		Path zip = Files.writeString(folder.resolve("some.zip"), "no zip");
		Ended ended = run("import", "--data-dir", folder.resolve("nowhere").toString(), zip.toString());
		assertThat(ended.status).isOne();
		assertThat(ended.err.strip().lines()).singleElement().asString().contains("There is no database to import into");
	}

	@Test
	void writesTheSameSampleForTheSameOptions() throws Exception {
		Path first = folder.resolve("first.zip");
		Path second = folder.resolve("second.zip");
		for (Path file : new Path[]{first, second}) {
			Ended ended = run("generate-sample", "--students", "30", "--seed", "7", "--date", "2026-11-24", "--out", file.toString());
			assertThat(ended.status).isZero();
			assertThat(ended.out).contains("30 students, seed 7, date 2026-11-24");
		}
		assertThat(first).hasSameBinaryContentAs(second);
		assertThat(run("generate-sample", "--students", "1", "--out", first.toString()).status).isEqualTo(2);
	}

	private static Ended run(String... args) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		ByteArrayOutputStream complained = new ByteArrayOutputStream();
		System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
		try {
			int status = Schoolbell.run(args);
			return new Ended(status, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
		} finally {
			System.setOut(out);
			System.setErr(err);
		}
	}
}
