package org.schoolbell.sandbox.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SampleArchiveTest {
	private static final LocalDate DATE = LocalDate.of(2026, 11, 25);
	/** Changes only with the generator: a machine on which it differs does not make the same sample. */
	private static final String PINNED = "622ce5e025144d99d858f48143a4e04bac175c1029d1d15a5e29283d05241b94";

	@TempDir
	static Path folder;

	private static ReadArchive archive;

	@BeforeAll
	static void write() throws IOException {
		Path file = folder.resolve("sample.zip");
		SampleDistrict.of(400, 3, DATE).writeTo(file);
		archive = ReadArchive.of(file);
	}

	@Test
	void theSameArgumentsGiveTheSameBytesOnEveryMachine() throws Exception {
		assertThat(digest(60, 7, DATE)).isEqualTo(PINNED);
		Locale locale = Locale.getDefault();
		TimeZone zone = TimeZone.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
			assertThat(digest(60, 7, DATE)).isEqualTo(PINNED);
		} finally {
			Locale.setDefault(locale);
			TimeZone.setDefault(zone);
		}
	}

	@Test
	void eachArgumentMatters() throws Exception {
		assertThat(List.of(digest(60, 7, DATE), digest(61, 7, DATE), digest(60, 8, DATE), digest(60, 7, DATE.plusDays(1))))
				.doesNotHaveDuplicates();
	}

	@Test
	void theFileAppearsWholeInPlaceOfAnOlderOne() throws Exception {
		Path file = Files.writeString(Files.createDirectory(folder.resolve("replaced")).resolve("sample.zip"), "older");
		SampleDistrict.of(20, 1, DATE).writeTo(file);
		assertThat(ReadArchive.of(file).files()).containsKey("users");
		try (Stream<Path> all = Files.list(file.resolveSibling("."))) {
			assertThat(all.map(p -> p.getFileName().toString())).containsExactly("sample.zip");
		}
	}

	@Test
	void aFileThatCannotBeWrittenLeavesNothing() {
		Path nowhere = folder.resolve("missing").resolve("sample.zip");
		assertThatThrownBy(() -> SampleDistrict.of(20, 1, DATE).writeTo(nowhere)).isInstanceOf(NoSuchFileException.class);
		assertThat(nowhere.getParent()).doesNotExist();
	}

	@Test
	void impossibleArgumentsAreExplained() {
		assertThatThrownBy(() -> SampleDistrict.of(1, 1, DATE)).hasMessage("a sample has 2 to 1000000 students, not 1");
		assertThatThrownBy(() -> SampleDistrict.of(10, 1, LocalDate.of(1999, 12, 31)))
				.hasMessageContaining("in the years 2000 to 2099, not 1999-12-31");
		assertThatThrownBy(() -> SampleDistrict.of(10, 1, DATE).student(10)).isInstanceOf(IndexOutOfBoundsException.class);
	}

	@Test
	void theManifestNamesEveryFile() {
		Map<String, String> manifest = archive.rows("manifest").stream()
				.collect(Collectors.toMap(r -> r.getField("propertyName"), r -> r.getField("value")));
		assertThat(manifest).containsEntry("manifest.version", "1.0").containsEntry("oneroster.version", "1.2");
		assertThat(manifest.keySet().stream().filter(k -> k.startsWith("file."))).hasSize(21);
		Set<String> bulk = manifest.entrySet().stream().filter(e -> e.getValue().equals("bulk")).map(e -> e.getKey().substring(5))
				.collect(Collectors.toSet());
		bulk.add("manifest");
		assertThat(archive.files().keySet()).isEqualTo(bulk);
	}

	@Test
	void everyRowIsWellFormed() {
		archive.files().forEach((file, rows) -> {
			assertThat(rows).as(file).isNotEmpty();
			assertThat(rows).as(file).allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(row.getHeader().size()));
			if (!file.equals("manifest")) {
				assertThat(rows.stream().map(r -> r.getField("sourcedId"))).as(file).doesNotHaveDuplicates().noneMatch(String::isBlank);
				assertThat(rows).as(file).allMatch(r -> r.getField("status").isEmpty() && r.getField("dateLastModified").isEmpty());
			}
		});
	}

	@Test
	void everyReferenceIsInTheArchive() {
		refers("orgs", "parentSourcedId", "orgs");
		refers("academicSessions", "parentSourcedId", "academicSessions");
		refers("courses", "schoolYearSourcedId", "academicSessions");
		refers("courses", "orgSourcedId", "orgs");
		refers("classes", "courseSourcedId", "courses");
		refers("classes", "schoolSourcedId", "orgs");
		refers("classes", "termSourcedIds", "academicSessions");
		refers("users", "agentSourcedIds", "users");
		refers("users", "primaryOrgSourcedId", "orgs");
		refers("users", "metadata.portal", "users");
		refers("roles", "userSourcedId", "users");
		refers("roles", "orgSourcedId", "orgs");
		refers("enrollments", "classSourcedId", "classes");
		refers("enrollments", "schoolSourcedId", "orgs");
		refers("enrollments", "userSourcedId", "users");
		refers("lineItems", "classSourcedId", "classes");
		refers("lineItems", "categorySourcedId", "categories");
		refers("lineItems", "gradingPeriodSourcedId", "academicSessions");
		refers("lineItems", "academicSessionSourcedId", "academicSessions");
		refers("lineItems", "schoolSourcedId", "orgs");
		refers("results", "lineItemSourcedId", "lineItems");
		refers("results", "studentSourcedId", "users");
		refers("results", "classSourcedId", "classes");
	}

	private static void refers(String file, String column, String target) {
		Set<String> known = archive.bySourcedId(target).keySet();
		List<String> references = archive.rows(file).stream().flatMap(r -> ReadArchive.list(r, column).stream()).toList();
		assertThat(references).as(file + "." + column).isNotEmpty().allMatch(known::contains);
	}

	@Test
	void theArchiveSaysWhatTheStudentsSay() {
		assertThat(SampleDistrict.of(400, 3, DATE).students()).hasSize(400).allSatisfy(student -> {
			NamedCsvRecord user = archive.row("users", student.sourcedId());
			assertThat(user.getField("givenName")).isEqualTo(student.givenName());
			assertThat(user.getField("enabledUser")).isEqualTo(Boolean.toString(student.accountEnabled()));
			assertThat(ReadArchive.list(user, "metadata.portal")).isEqualTo(
					student.relationships().stream().filter(SampleRelationship::portal).map(r -> r.guardian().sourcedId()).toList());
			assertThat(related(user))
					.containsExactlyInAnyOrderElementsOf(student.relationships().stream().map(r -> r.guardian().sourcedId()).toList());
			assertThat(archive.where("enrollments", "userSourcedId", student.sourcedId())).extracting(r -> r.getField("classSourcedId"))
					.isEqualTo(student.roster().stream().map(line -> line.section().sourcedId()).toList());
			assertThat(archive.where("roles", "userSourcedId", student.sourcedId()))
					.extracting(r -> r.getField("orgSourcedId") + " " + r.getField("beginDate"))
					.isEqualTo(student.enrollments().stream().map(e -> e.school() + " " + e.begin()).toList());
		});
	}

	/** Agents of a student, whichever row names the other. */
	private static Stream<String> related(NamedCsvRecord student) {
		return Stream.concat(ReadArchive.list(student, "agentSourcedIds").stream(),
				archive.rows("users").stream().filter(u -> ReadArchive.list(u, "agentSourcedIds").contains(student.getField("sourcedId")))
						.map(u -> u.getField("sourcedId")));
	}

	private static String digest(int students, long seed, LocalDate date) throws Exception {
		Path file = folder.resolve("digest.zip");
		SampleDistrict.of(students, seed, date).writeTo(file);
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
	}
}
