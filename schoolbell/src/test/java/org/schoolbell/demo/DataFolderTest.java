package org.schoolbell.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
	private static final SampleRequest NOTHING_SAID = new SampleRequest(null, null, null);

	@TempDir
	Path root;

	@Test
	void takesAwayTheCredentialsOfARunThatWasKilled() throws IOException {
		Files.writeString(root.resolve("demo-credentials.json"), "{}");
		try (DataFolder folder = DataFolder.open(root)) {
			assertThat(folder.credentials()).doesNotExist();
		}
	}

	@Test
	void leavesTheCredentialsOfARunThatLives() throws IOException {
		try (DataFolder folder = DataFolder.open(root)) {
			Files.writeString(folder.credentials(), "{}");
			assertThatThrownBy(() -> DataFolder.open(root)).isInstanceOf(DemoException.class)
					.hasMessage(
							"Another process uses the data in " + root + ": stop that one, or choose another folder with --data-dir DIR.");
			assertThat(folder.credentials()).exists();
		}
		assertThat(root.resolve("demo-credentials.json")).doesNotExist();
	}

	@Test
	void keepsTheSampleOfTheFirstStart() throws IOException {
		try (DataFolder folder = DataFolder.open(root)) {
			Sample first = folder.sample(new SampleRequest(40, null, null), TODAY);
			assertThat(first).isEqualTo(new Sample(40, SampleRequest.SEED, TODAY));
			assertThat(folder.sample(NOTHING_SAID, TODAY.plusDays(9))).isEqualTo(first);
			assertThat(folder.sample(new SampleRequest(40, null, TODAY), TODAY.plusDays(9))).isEqualTo(first);
			assertThatThrownBy(() -> folder.sample(new SampleRequest(41, null, null), TODAY)).isInstanceOf(DemoException.class)
					.hasMessage("The data in " + root + " were made with --students 40 --seed 1 --date 2026-11-24: leave these options out,"
							+ " or add --reset to make the data anew.");
		}
	}

	@Test
	void keepsThePasswordsOfTheFirstStart() throws IOException {
		try (DataFolder folder = DataFolder.open(root)) {
			assertThat(folder.passwords()).isNull();
			folder.keep(Map.of("ana-lopez", "one two three"));
		}
		try (DataFolder folder = DataFolder.open(root)) {
			folder.reset();
			assertThat(folder.passwords()).isEqualTo(Map.of("ana-lopez", "one two three"));
		}
	}

	@Test
	void refusesASampleThatCannotBeMadeBeforeAnythingIsWritten() throws IOException {
		try (DataFolder folder = DataFolder.open(root)) {
			assertThatThrownBy(() -> folder.sample(new SampleRequest(1, null, null), TODAY)).isInstanceOf(DemoException.class)
					.hasMessageContaining("2 to 1000000 students");
			assertThat(folder.sample(NOTHING_SAID, TODAY)).isEqualTo(new Sample(SampleRequest.STUDENTS, SampleRequest.SEED, TODAY));
		}
	}
}
