package org.schoolbell.district.oneroster.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostileArchiveTest {
	private static final int MUTATIONS = 1_000;
	private static final String LINES = "id,name\na,Ana Lopez\nb,Ben Lopez\nc,Carla Lopez\nd,Dina Lopez\n";
	private static final LocalDateTime PACKED = LocalDateTime.of(2026, 11, 24, 12, 0);

	@TempDir
	private Path folder;

	@Test
	void filesMayHaveNamesInAnyCaseAndLieInOneFolder() throws Exception {
		try (Archive archive = open(zip("export/Users.CSV", "export/ORGS.csv", "export/", "__MACOSX/._x.csv", "export/.DS_Store"))) {
			assertThat(archive.names()).containsExactly("orgs", "users");
			assertThat(archive.has("users")).isTrue();
		}
	}

	@Test
	void aZipInsideIsLeftOut() throws Exception {
		try (Archive archive = open(zip("users.csv", "more.zip"))) {
			assertThat(archive.others()).containsExactly("more.zip");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"../users.csv", "a/../../users.csv", "/etc/users.csv", "..\\users.csv", "C:\\users.csv", "\\\\host\\users.csv"})
	void anEntryThatLeadsOutFailsTheArchive(String name) throws Exception {
		assertRefused(zip("orgs.csv", name), "The archive has an entry that leads out of it");
	}

	@Test
	void twoFoldersOrTheSameFileTwiceFailTheArchive() throws Exception {
		assertRefused(zip("a/users.csv", "b/orgs.csv"), "The archive has files in more than one folder");
		assertRefused(zip("users.csv", "USERS.csv"), "The archive holds USERS.csv twice");
		byte[] twice = zip("users.csv", "userz.csv");
		assertRefused(replaced(twice, "userz.csv", "users.csv"), "The archive holds users.csv twice");
	}

	@Test
	void aBombFailsTheArchiveBeforeItIsUnpacked() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("users.csv"));
			zip.write(new byte[16 << 20]);
			zip.closeEntry();
		}
		assertRefused(out.toByteArray(), "The archive is a zip bomb: users.csv unpacks to more than 200 times its size");
	}

	@Test
	void whatIsEncryptedCutShortOrNoZipFailsTheArchive() throws Exception {
		byte[] zip = zip("users.csv");
		byte[] encrypted = zip.clone();
		int directory = indexOf(zip, "PK\u0001\u0002");
		encrypted[directory + 8] |= 1;
		assertRefused(encrypted, "The archive is encrypted");
		assertRefused(Arrays.copyOf(zip, zip.length / 2), "This is no zip archive");
		assertRefused("sourcedId,name\n".getBytes(StandardCharsets.UTF_8), "This is no zip archive");
		assertRefused(new byte[0], "This is no zip archive");
	}

	@Test
	void aNameThatWouldCommandTheTerminalIsShownHarmless() throws Exception {
		assertThatThrownBy(() -> open(zip("../\u001b[2J\u202Eusers.csv"))).hasMessageContaining("\\u001b[2J\\u202eusers.csv");
	}

	/** Whatever bytes are changed, the archive is read as it was packed, or refused with a sentence; never is it read as something else. */
	@Test
	void aDamagedArchiveIsReadAsItWasOrRefused() throws Exception {
		byte[] whole = zip("users.csv", "orgs.csv");
		SplittableRandom random = new SplittableRandom(3);
		int refused = 0;
		for (int i = 0; i < MUTATIONS; i++) {
			byte[] damaged = whole.clone();
			for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
				damaged[random.nextInt(damaged.length)] ^= (byte) random.nextInt(1, 256);
			}
			try (Archive archive = open(damaged)) {
				for (String name : archive.names()) {
					assertThat(text(archive, name)).as("mutation %d", i).isEqualTo(LINES.substring("id,name\n".length()));
				}
			} catch (FileFaultException e) {
				refused++;
				assertThat(e).as("mutation %d", i).message().matches("(?s).+\\.");
			}
		}
		assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS - 1);
	}

	/** Reads to the end, as an import does: what is wrong with a line is no reason to stop, what is wrong with the archive may show only there. */
	private static String text(Archive archive, String file) {
		Columns columns = new Columns();
		Column id = columns.required("id");
		Column name = columns.required("name");
		StringBuilder text = new StringBuilder();
		archive.file(file, columns).forEach(line -> {
			try {
				text.append(line.id(id).value()).append(',').append(line.neededName(name)).append('\n');
			} catch (LineFaultException e) {
				text.append(e.problem()).append('\n');
			}
		});
		return text.toString();
	}

	private void assertRefused(byte[] bytes, String message) {
		assertThatThrownBy(() -> open(bytes)).isInstanceOf(FileFaultException.class).hasMessageStartingWith(message);
	}

	private Archive open(byte[] bytes) throws IOException {
		return Archive.open(Files.write(folder.resolve("x.zip"), bytes), ArchiveLimits.DEFAULT);
	}

	private static byte[] zip(String... names) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (String name : names) {
				ZipEntry entry = new ZipEntry(name);
				entry.setTimeLocal(PACKED);
				zip.putNextEntry(entry);
				zip.write(name.endsWith("/") ? new byte[0] : LINES.getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return out.toByteArray();
	}

	private static byte[] replaced(byte[] bytes, String from, String to) {
		return new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
	}

	private static int indexOf(byte[] bytes, String text) {
		return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
	}
}
