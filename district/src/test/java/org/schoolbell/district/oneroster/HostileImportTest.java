package org.schoolbell.district.oneroster;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.ColumnMapRowMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HostileImportTest {
	private static final int MUTATIONS = 60;
	private static final List<String> NAMES = List.of("O'Brien", "Robert'); DROP TABLE roster.person; --", "back\\slash", "\\N", "\\.",
			"\\t\\n",
			"N\"ested \"\"quotes\"\"", "{\"curly\",NULL}", "NULL", "a,b;c|d", "%s {0} ${x} #{y} ?", "<b>&amp;</b>", "=1+1", "مريم العلي",
			"שרה כהן", "Nguyễn Thị Ánh", "Zoe\u0308", "\uD83D\uDC69\u200D\uD83D\uDC67 𝒵", "x".repeat(60), "ẞ".repeat(60));

	private static final String NEVER_LISTED = ": was never on the class list of the line item's class; right would be: a student whose enrollment in that class is in this import or an earlier one";

	@TempDir
	private Path folder;

	/** Each name is a person's, a title's and a comment's, and part of a sourcedId that others refer to, alone and in lists. */
	@Test
	void hostileValuesAreKeptExactlyAsTheyAre() {
		TestArchive archive = TestArchive.school();
		StringBuilder users = new StringBuilder("sourcedId,enabledUser,givenName,familyName,agentSourcedIds,grades\n");
		StringBuilder roles = new StringBuilder("sourcedId,userSourcedId,role,orgSourcedId\n");
		StringBuilder lists = new StringBuilder("sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\n");
		StringBuilder items = new StringBuilder("sourcedId,title,description,dueDate,classSourcedId,resultValueMax\n");
		StringBuilder results = new StringBuilder("sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,comment\n");
		for (int i = 0; i < NAMES.size(); i++) {
			String name = NAMES.get(i);
			String child = id(name, i);
			users.append(line(child, "true", name, name + " y " + name, id(name, -i - 1), name.replace(',', '.')));
			users.append(line(id(name, -i - 1), "true", name, name, "", ""));
			roles.append(line("rc" + i, child, "student", "north")).append(line("rp" + i, id(name, -i - 1), "parent", "d"));
			lists.append(line("e" + child, "c27", "north", child, "student"));
			items.append(line("q" + child, name, name + "\nof two lines", "2026-09-10", "c27", "20"));
			results.append(line("x" + child, "q" + child, child, "fully graded", "5", name + "\r\n\t\"" + name + '"'));
		}
		try (ImportedDistrict district = new ImportedDistrict()) {
			ImportReport report = district.run(archive.bulk("users", users.toString()).bulk("roles", roles.toString())
					.bulk("enrollments", lists.toString())
					.bulk("lineItems", items.toString())
					.bulk("results", results.toString()).write(folder.resolve("archive.zip")));

			assertThat(report.rejected()).as(() -> String.join("\n", report.lines())).isZero();
			for (int i = 0; i < NAMES.size(); i++) {
				String name = NAMES.get(i);
				assertThat(district.district().jdbc().sql("""
						SELECT p.given_name, p.family_name, p.grades[1], g.sourced_id, a.title, a.description, s.comment
						FROM roster.person p JOIN roster.guardianship r ON r.student = p.id JOIN roster.person g ON g.id = r.guardian
						JOIN gradebook.score s ON s.student = p.id JOIN gradebook.assignment a ON a.id = s.assignment
						WHERE p.sourced_id = ?
						""").param(id(name, i))
						.query(new ColumnMapRowMapper()).list()).as(name).singleElement().extracting(row -> List.copyOf(row.values()))
						.isEqualTo(List.of(name, name + " y " + name, name.replace(',', '.'), id(name, -i - 1), name,
								name + "\nof two lines", name + "\r\n\t\"" + name + '"'));
			}
		}
	}

	/** Whatever is wrong with an archive, it comes in with a report or is refused with a sentence, and then no row of any table is another. */
	@Test
	void aMutatedArchiveComesInWithAReportOrIsRefusedAndChangesNothing() throws Exception {
		SplittableRandom random = new SplittableRandom(11);
		int refused = 0;
		try (ImportedDistrict district = new ImportedDistrict()) {
			district.run(TestArchive.school().write(folder.resolve("school.zip")));
			SortedMap<String, String> before = district.contents();
			for (int i = 0; i < MUTATIONS; i++) {
				Path zip = new Mutation(random).of(TestArchive.school(), folder.resolve("mutated.zip"));
				try {
					ImportReport report = district.run(zip);
					assertThat(report.files()).as("mutation %d", i).allSatisfy(file -> assertThat(file.tally().read()).isNotNegative());
					assertThat(report.lines()).as("mutation %d", i).allSatisfy(HostileImportTest::isHarmless);
					before = district.contents();
				} catch (ImportRefusedException e) {
					refused++;
					assertThat(e.getMessage()).as("mutation %d", i).endsWith(".").satisfies(HostileImportTest::isHarmless);
					assertThat(district.contents()).as("mutation %d: %s", i, e.getMessage()).isEqualTo(before);
				}
			}
		}
		assertThat(refused).isBetween(MUTATIONS / 8, MUTATIONS * 7 / 8);
	}

	@Test
	void aResultThatNoOtherDoorWouldTakeIsRejectedWithWhatWouldBeRight() {
		String results = """
				sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,textScore,comment,scoreDate
				x1,q1,maya,fully graded,20,,,
				x1,q1,maya,fully graded,20,,,
				x2,q1,maya,fully graded,1000000.5,,,
				x3,q1,maya,fully graded,-0.5,,,
				x4,q1,maya,fully graded,1e3,,,
				x5,q1,maya,great,20,,,
				x6,q1,maya,fully graded,20,%s,,
				x7,q1,maya,fully graded,20,,%s,
				x8,q1,maya,fully graded,20,,,1969-12-31
				x9,q1,maya,fully graded,20,,,2026-02-30
				x10,q1,maya,fully graded,%s,,,
				x11,q1,maya,fully graded,18.123456789012345678901234567890,,,
				x12,q1,maya,fully graded,20,A\u202E,,
				x13,q1,leo,fully graded,20,,,
				x14,q1,ana,fully graded,20,,,
				""".formatted("m".repeat(41), "c".repeat(4_001), "9".repeat(24));
		try (ImportedDistrict district = new ImportedDistrict()) {
			ImportReport report = district.run(TestArchive.school().bulk("results", results).write(folder.resolve("archive.zip")));

			assertThat(report.lines()).filteredOn(line -> line.startsWith("rejected: ")).containsExactly(
					"rejected: results.csv, line 3, column sourcedId, \"x1\": an earlier line of this file has the same sourcedId; right would be: one line for each sourcedId",
					"rejected: results.csv, line 4, column score, \"1000000.5\": is out of range; right would be: a decimal number as 18.5, 0 to 1000000, with at most 20 decimals",
					"rejected: results.csv, line 5, column score, \"-0.5\": is out of range; right would be: a decimal number as 18.5, 0 to 1000000, with at most 20 decimals",
					"rejected: results.csv, line 6, column score, \"1e3\": is no number; right would be: a decimal number as 18.5, 0 to 1000000, with at most 20 decimals",
					"rejected: results.csv, line 7, column scoreStatus, \"great\": is none of OneRoster's words here; right would be: exempt, fully graded, partially graded, submitted, not submitted",
					"rejected: results.csv, line 8, column textScore, \"" + "m".repeat(41)
							+ "\": has 41 characters; right would be: at most 40",
					"rejected: results.csv, line 9, column comment, \"" + "c".repeat(60)
							+ "...\": has 4001 characters; right would be: at most 4000",
					"rejected: results.csv, line 10, column scoreDate, \"1969-12-31\": is no date from 1970-01-01 to 2199-12-31; right would be: a date as 2026-09-01, or a moment as 2026-09-01T08:00:00Z",
					"rejected: results.csv, line 11, column scoreDate, \"2026-02-30\": is no date from 1970-01-01 to 2199-12-31; right would be: a date as 2026-09-01, or a moment as 2026-09-01T08:00:00Z",
					"rejected: results.csv, line 12, column score, \"%s\": is out of range; right would be: a decimal number as 18.5, 0 to 1000000, with at most 20 decimals"
							.formatted("9".repeat(24)),
					"rejected: results.csv, line 13, column score, \"18.123456789012345678901234567890\": has too many decimals; right would be: a decimal number as 18.5, 0 to 1000000, with at most 20 decimals",
					"rejected: results.csv, line 14, column textScore, \"A\\u202e\": holds a character that turns the direction of text; right would be: text without",
					"rejected: results.csv, line 15, column studentSourcedId, \"leo\"" + NEVER_LISTED,
					"rejected: results.csv, line 16, column studentSourcedId, \"ana\"" + NEVER_LISTED);
			assertThat(district.column("SELECT sourced_id FROM gradebook.score")).containsExactly("x1");
		}
	}

	private static void isHarmless(String line) {
		assertThat(line.chars().filter(Character::isISOControl).count()).as(line).isZero();
	}

	/** Commas would separate it from others in a list. */
	private static String id(String name, int number) {
		return name.replace(',', ';') + number;
	}

	private static String line(String... fields) {
		return Stream.of(fields).map(field -> '"' + field.replace("\"", "\"\"") + '"').collect(Collectors.joining(",", "", "\n"));
	}
}
