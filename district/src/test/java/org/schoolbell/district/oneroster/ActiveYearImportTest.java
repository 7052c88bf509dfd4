package org.schoolbell.district.oneroster;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The day is 2026-11-24. Whatever a file says, one year is Active afterwards, or the file is refused and the Active year stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActiveYearImportTest {
	private static final String HEADER = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear";
	private static final Map<String, String> YEARS = Map.of("y26", "2025-26,schoolYear,2025-07-01,2026-07-01,,2026", "y27",
			"2026-27,schoolYear,2026-07-01,2027-07-01,,2027", "y28", "2027-28,schoolYear,2027-07-01,2028-07-01,,2028");

	@TempDir
	private static Path folder;

	private final ImportedDistrict district = new ImportedDistrict();

	@BeforeAll
	void importASchoolOfWhichNothingIsMarked() {
		district.run(TestArchive.school().edit("academicSessions", ",2027,true", ",2027,").edit("academicSessions", ",2026,false", ",2026,")
				.write(folder.resolve("school.zip")));
	}

	@AfterAll
	void close() {
		district.close();
	}

	@BeforeEach
	void markNothing() {
		bulk("y26", "y27", "y28");
		assertThat(active()).isEqualTo("y27");
	}

	@Test
	void withoutAMarkTheYearThatHoldsTheDayIsActive() {
		delta(false, "y28");
		assertThat(active()).isEqualTo("y27");
	}

	@Test
	void aDeltaThatMarksOnlyAnotherYearMovesTheActiveYear() {
		delta(true, "y28 true");
		assertThat(active()).isEqualTo("y28");
		delta(true, "y26 true");
		assertThat(active()).isEqualTo("y26");
		delta(true, "y26 false", "y27 true");
		assertThat(active()).isEqualTo("y27");
	}

	@Test
	void aMarkHoldsUntilADeltaTakesItBackWhateverElseDeltasSay() {
		delta(true, "y28 true");
		delta(true, "y27 false");
		delta(true, "y27");
		delta(false, "y27");
		delta(false, "y28");
		assertThat(active()).isEqualTo("y28");
		delta(true, "y28 false");
		assertThat(active()).isEqualTo("y27");
	}

	@Test
	void aMarkThatAWholeFileDoesNotRepeatIsGone() {
		delta(true, "y28 true");
		bulk("y26", "y27", "y28");
		assertThat(active()).isEqualTo("y27");
	}

	@Test
	void aYearThatIsToBeDeletedIsActiveNoLonger() {
		delta(true, "y28 true");
		run(TestArchive.empty().delta("academicSessions", HEADER + "\ny28,tobedeleted,2026-11-24T00:00:00Z,,,,,,\n"));
		assertThat(active()).isEqualTo("y27");
	}

	@Test
	void moreThanOneMarkFailsTheFileAndTheActiveYearStays() {
		delta(true, "y28 true");
		assertThatThrownBy(() -> delta(true, "y26 true", "y27 TRUE")).isInstanceOf(ImportRefusedException.class)
				.hasMessage("academicSessions.csv, line 3, column metadata.active, \"true\": more than one school year is marked Active: "
						+ "2025-26 and 2026-27; right would be: one school year with metadata.active true, the others false.");
		assertThat(active()).isEqualTo("y28");
	}

	@Test
	void anUnmarkedDayInTwoYearsFailsTheFileAndTheActiveYearStays() {
		assertThatThrownBy(() -> run(TestArchive.empty().delta("academicSessions",
				HEADER + "\ny27b,active,2026-11-24T00:00:00Z,Other,schoolYear,2026-09-01,2027-08-01,,2027\n"
						+ line(false, "active", "y27") + "\n")))
				.isInstanceOf(ImportRefusedException.class).hasMessageContaining("the day lies in more than one school year");
		assertThat(active()).isEqualTo("y27");
	}

	/** @return the one Active year; fails if there is another number of them */
	private String active() {
		assertThat(district.column("SELECT sourced_id FROM calendar.school_year WHERE active")).hasSize(1);
		assertThat(district.column("SELECT sourced_id FROM calendar.school_year WHERE marked AND NOT active")).isEmpty();
		return district.value("SELECT sourced_id FROM calendar.school_year WHERE active");
	}

	private void bulk(String... years) {
		run(TestArchive.empty().bulk("academicSessions", text(true, "", years)));
	}

	private void delta(boolean withColumn, String... years) {
		run(TestArchive.empty().delta("academicSessions", text(withColumn, "active", years)));
	}

	private void run(TestArchive archive) {
		district.run(archive.write(folder.resolve("archive.zip")));
	}

	private static String text(boolean withColumn, String status, String... years) {
		StringBuilder text = new StringBuilder(HEADER).append(withColumn ? ",metadata.active" : "").append('\n');
		for (String year : years) {
			text.append(line(withColumn, status, year)).append('\n');
		}
		return text.toString();
	}

	/** @param year its sourcedId and, after a blank, its mark */
	private static String line(boolean withColumn, String status, String year) {
		String sourcedId = year.substring(0, 3);
		return sourcedId + "," + status + ",," + YEARS.get(sourcedId) + (withColumn ? "," + year.substring(3).strip() : "");
	}
}
