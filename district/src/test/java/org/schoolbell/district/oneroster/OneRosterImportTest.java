package org.schoolbell.district.oneroster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.schoolbell.sandbox.sample.SampleDistrict;
import org.schoolbell.sandbox.sample.StoryFamily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class OneRosterImportTest {
	private static final String RELATIONS = """
			SELECT concat_ws(' ', s.sourced_id, g.sourced_id, r.type, r.portal)
			FROM roster.guardianship r JOIN roster.person s ON s.id = r.student JOIN roster.person g ON g.id = r.guardian
			ORDER BY 1
			""";
	private static final String ENROLLMENTS = """
			SELECT concat_ws(' ', p.sourced_id, o.sourced_id, y.title, e.starts, e.ends)
			FROM roster.enrollment e JOIN roster.person p ON p.id = e.student JOIN calendar.calendar c ON c.id = e.calendar
			JOIN calendar.org o ON o.id = c.school JOIN calendar.school_year y ON y.id = c.school_year
			ORDER BY 1
			""";
	private static final String LISTS = """
			SELECT concat_ws(' ', l.sourced_id, s.sourced_id, p.sourced_id, l.starts, l.ends)
			FROM roster.class_list l JOIN roster.section s ON s.id = l.section JOIN roster.person p ON p.id = l.student
			ORDER BY 1
			""";

	private static final String TEACHERS = "SELECT concat_ws(' ', sourced_id, starts, ends) FROM roster.section_teacher";

	@TempDir
	private Path folder;

	@Test
	void aSchoolComesInWithEverythingThatIsDerivedFromIt() {
		try (ImportedDistrict district = new ImportedDistrict()) {
			ImportReport report = district.run(zip(TestArchive.school()));

			assertThat(report.rejected()).isZero();
			assertThat(report.warned()).isZero();
			assertThat(report.activeYear()).contains("2026-27");
			assertThat(report.files()).allSatisfy(file -> assertThat(file.tally().inserted()).isEqualTo(file.tally().read()));
			assertThat(district.column(RELATIONS)).containsExactly("leo ana parent t", "maya ana parent t", "maya ben guardian t",
					"maya rosa relative f");
			assertThat(district.column(ENROLLMENTS)).containsExactly("leo south 2025-26 2025-08-01 2026-07-01",
					"leo south 2026-27 2026-07-01 2026-11-01", "maya north 2026-27 2026-08-01 2027-07-01");
			assertThat(district.column(LISTS)).containsExactly("e1 c27 maya 2026-09-01 2026-12-01", "e2 c26 leo 2025-08-15 2026-06-01");
			assertThat(district.column("SELECT starts || ' ' || ends FROM roster.section_teacher"))
					.containsExactly("2026-08-15 2027-01-15");
			assertThat(district.value("SELECT (due, points_max, shown, counts)::text FROM gradebook.assignment"))
					.isEqualTo("(2026-09-10,30,t,f)");
			assertThat(district.value("SELECT (points, percent, mark, flags, comment, scored_on)::text FROM gradebook.score"))
					.isEqualTo("(20,66.6666,B,4,\"well, done\",2026-09-11)");
		}
	}

	@Test
	void aPasswordIsKeptNowhereAndNothingStaysStaged() {
		try (ImportedDistrict district = new ImportedDistrict()) {
			ImportReport report = district.run(zip(TestArchive.school()));

			assertThat(district.rowCounts()).allSatisfy((table, rows) -> {
				if (table.contains(".import_")) {
					assertThat(rows).as(table).isZero();
				}
				assertThat(district.column("SELECT t::text FROM " + table + " t")).noneMatch(row -> row.contains("Secret-"));
			});
			assertThat(report.lines()).noneMatch(line -> line.contains("Secret-"));
		}
	}

	@Test
	void theSameArchiveAgainChangesNothing() {
		try (ImportedDistrict district = new ImportedDistrict()) {
			Path zip = zip(TestArchive.school());
			district.run(zip);
			String people = district.value("SELECT string_agg((p)::text, '' ORDER BY p.id) FROM roster.person p");

			ImportReport again = district.run(zip);

			assertThat(again.files()).allSatisfy(file -> assertThat(file.tally().unchanged()).isEqualTo(file.tally().read()));
			assertThat(district.value("SELECT string_agg((p)::text, '' ORDER BY p.id) FROM roster.person p")).isEqualTo(people);
		}
	}

	@Test
	void aSampleDistrictComesInWholeAndTellsNobody() throws Exception {
		Path zip = folder.resolve("sample.zip");
		SampleDistrict sample = SampleDistrict.of(60, 7, LocalDate.of(2026, 11, 24));
		sample.writeTo(zip);
		try (ImportedDistrict district = new ImportedDistrict()) {
			ImportReport report = district.run(zip);

			assertThat(report.rejected()).isZero();
			assertThat(report.warned()).isZero();
			assertThat(report.activeYear()).contains(sample.activeYear().title());
			assertThat(district.column(RELATIONS)).containsExactlyInAnyOrderElementsOf(sample.students().flatMap(student -> student
					.relationships().stream()
					.map(r -> String.join(" ", student.sourcedId(), r.guardian().sourcedId(), r.guardian().role(), r.portal() ? "t" : "f")))
					.toList());
			assertThat(district.column(RELATIONS)).contains(StoryFamily.MAYA + " " + StoryFamily.ROSA + " relative f");
			assertThat(district.value("SELECT count(*) FROM event.change")).isEqualTo("0");
			assertThat(district.value("SELECT count(*) FROM notice.trace")).isEqualTo("0");
		}
	}

	@Test
	void anArchiveThatOthersMadeComesInWhole() {
		Optional<Path> archive = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
				.map(path -> path.resolve("shared/data/oneroster/oneroster_test_data.zip")).filter(Files::isReadable).findFirst();
		assumeTrue(archive.isPresent(), "skipped: shared/data/oneroster/oneroster_test_data.zip is not beside the repository");
		try (ImportedDistrict district = new ImportedDistrict()) {
			ImportReport report = district.run(archive.orElseThrow());

			assertThat(report.rejected()).isZero();
			assertThat(report.warned()).isZero();
			assertThat(report.files()).extracting(FileReport::file).containsExactly("orgs.csv", "academicSessions.csv", "users.csv",
					"roles.csv",
					"userProfiles.csv", "courses.csv", "classes.csv", "enrollments.csv");
			assertThat(report.files()).extracting(file -> file.tally().inserted()).containsOnly(1L);
			assertThat(report.notes())
					.containsExactly("No school year is marked Active or holds the day of this import; the latest is Active.");
			assertThat(district.column(ENROLLMENTS)).containsExactly("USER_0 ORG_1 2022-23 2023-09-04 2024-01-26");
			assertThat(district.column(LISTS)).containsExactly("ENROLLMENT_001 CLASS_001 USER_0 2023-09-04 2024-01-26");
			assertThat(district.column("SELECT username FROM roster.profile")).containsExactly("brucewayne");
			for (String table : district.rowCounts().keySet()) {
				assertThat(district.column("SELECT t::text FROM " + table + " t")).noneMatch(row -> row.contains("Batman"));
			}
		}
	}

	@Test
	void scoresThatAreThereWhenAnImportBeginsAreOverwrittenAndLaterOnesStay() {
		try (ImportedDistrict district = new ImportedDistrict()) {
			district.run(zip(TestArchive.school()));
			TestArchive changed = TestArchive.school().edit("results", "fully graded,20", "fully graded,30");
			district.district().jdbc().sql("UPDATE gradebook.score SET points = 7, modified_at = modified_at + interval '1 second'")
					.update();

			ImportReport early = district.run(zip(changed));
			assertThat(district.value("SELECT points FROM gradebook.score")).isEqualTo("7");
			assertThat(early.rejected()).isZero();

			district.district().time().pass(Duration.ofMinutes(1));
			district.run(zip(changed));
			assertThat(district.value("SELECT points || ' ' || percent FROM gradebook.score")).isEqualTo("30 100.0000");
		}
	}

	@Test
	void aDeltaChangesWhatItNamesAndEndsWhatIsToBeDeleted() {
		try (ImportedDistrict district = new ImportedDistrict()) {
			district.run(zip(TestArchive.school()));

			ImportReport report = district.run(zip(TestArchive.empty().delta("users", """
					sourcedId,status,dateLastModified,enabledUser,givenName,familyName,agentSourcedIds
					ben,tobedeleted,2026-11-24T00:00:00Z,,,,
					leo,active,2026-11-24T00:00:00Z,true,Leo,Lopez,
					nobody,tobedeleted,2026-11-24T00:00:00Z,,,,
					""").delta("enrollments", """
					sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
					e1,tobedeleted,2026-11-24T00:00:00Z,,,,,,,
					""").delta("results", """
					sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score
					x1,tobedeleted,2026-11-24T00:00:00Z,,,,
					""")));

			assertThat(report.rejected()).isZero();
			assertThat(report.files().getFirst().tally().toString()).contains("updated=1", "ended=1", "ignored=1");
			assertThat(district.column(RELATIONS)).containsExactly("maya ana parent t", "maya rosa relative f");
			assertThat(district.column("SELECT given_name FROM roster.person WHERE sourced_id = 'leo'")).containsExactly("Leo");
			assertThat(district.column(LISTS)).contains("e1 c27 maya 2026-09-01 2026-11-24");
			assertThat(district.column("SELECT sourced_id FROM gradebook.score")).isEmpty();
			assertThat(district.column("SELECT count(*) FROM gradebook.assignment")).isEqualTo(List.of("1"));
		}
	}

	@Test
	void peopleInASectionWithoutDatesMoveWithItsTermsAndThoseWithDatesStay() {
		try (ImportedDistrict district = new ImportedDistrict()) {
			district.run(zip(TestArchive.school().edit("enrollments", "e3,", """
					e4,,,c27,north,leo,student,false,2026-10-01,
					e5,,,c27,south,leo,student,false,,
					e3,""")));
			assertThat(district.column(LISTS)).contains("e1 c27 maya 2026-09-01 2026-12-01", "e4 c27 leo 2026-10-01 2027-01-15",
					"e5 c27 leo 2026-08-15 2027-01-15");

			district.run(zip(sessions("s27,active,2026-11-24T00:00:00Z,Fall,semester,2026-08-20,2027-02-01,y27,2027,")));
			assertThat(district.column(LISTS)).contains("e1 c27 maya 2026-09-01 2026-12-01", "e4 c27 leo 2026-10-01 2027-02-01",
					"e5 c27 leo 2026-08-20 2027-02-01");
			assertThat(district.column(TEACHERS)).containsExactly("e3 2026-08-20 2027-02-01");
			assertThat(district.column(ENROLLMENTS)).contains("leo north 2026-27 2026-08-20 2027-02-01");

			district.run(zip(TestArchive.empty().delta("classes", """
					sourcedId,status,dateLastModified,title,schoolSourcedId,termSourcedIds
					c27,active,2026-11-24T00:00:00Z,Algebra I,north,q27
					""").delta("enrollments", """
					sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
					e5,tobedeleted,2026-11-24T00:00:00Z,,,,,,,
					""")));
			assertThat(district.column(LISTS)).contains("e4 c27 leo 2026-10-01 2026-10-30", "e5 c27 leo 2026-08-15 2026-10-30");
			assertThat(district.column(TEACHERS)).containsExactly("e3 2026-08-15 2026-10-30");

			district.run(zip(sessions("q27,active,2026-11-24T00:00:00Z,Quarter 1,gradingPeriod,2026-10-05,2026-11-20,s27,2027,")));
			assertThat(district.column(LISTS)).contains("e4 c27 leo 2026-10-01 2026-11-20", "e5 c27 leo 2026-10-05 2026-10-30");
			assertThat(district.column(ENROLLMENTS)).contains("leo north 2026-27 2026-10-01 2026-11-20");
		}
	}

	private static TestArchive sessions(String... lines) {
		return TestArchive.empty().delta("academicSessions", """
				sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear,metadata.active
				""" + String.join("\n", lines) + "\n");
	}

	private Path zip(TestArchive archive) {
		return archive.write(folder.resolve("archive.zip"));
	}
}
