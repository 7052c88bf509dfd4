package org.schoolbell.sandbox.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class StoryFamilyTest {
	private static final String ADULTS = "ana-lopez,ben-lopez,rosa-lopez,carla-lopez";

	@ParameterizedTest
	@CsvSource({"2,1,2026-11-25", "3,2,2026-07-01", "97,-5,2024-02-29", "1200,1,2026-12-31", "3000,9,2026-06-30"})
	void isInEveryArchive(int students, long seed, LocalDate date, @TempDir Path folder) throws IOException {
		Path file = folder.resolve("sample.zip");
		SampleDistrict.of(students, seed, date).writeTo(file);
		ReadArchive archive = ReadArchive.of(file);

		user(archive, "maya-lopez", "Maya", "09");
		user(archive, "leo-lopez", "Leo", "05");
		for (String adult : List.of("ana-lopez", "ben-lopez", "rosa-lopez", "carla-lopez")) {
			assertThat(archive.row("users", adult).getField("enabledUser")).isEqualTo("true");
		}
		section(archive, "story-algebra", "Algebra I", "maya-lopez", true);
		section(archive, "story-reading", "Reading", "leo-lopez", false);
		assertThat(archive.where("enrollments", "classSourcedId", "story-algebra")).filteredOn(r -> r.getField("role").equals("teacher"))
				.extracting(r -> r.getField("userSourcedId")).containsExactly("story-teacher");

		NamedCsvRecord quiz = archive.row("lineItems", "story-quiz-3");
		assertThat(List.of("title", "dueDate", "classSourcedId", "resultValueMin", "resultValueMax", "metadata.shown", "metadata.counts")
				.stream()
				.map(quiz::getField))
				.containsExactly("Unit 3 Quiz", date.minusDays(1).toString(), "story-algebra", "0", "20", "true", "true");
		assertThat(archive.row("lineItems", "story-reading-1").getField("classSourcedId")).isEqualTo("story-reading");
		assertThat(archive.where("results", "lineItemSourcedId", "story-quiz-3")).isEmpty();
		assertThat(archive.where("results", "lineItemSourcedId", "story-reading-1")).isEmpty();
	}

	private static void user(ReadArchive archive, String sourcedId, String givenName, String grade) {
		NamedCsvRecord user = archive.row("users", sourcedId);
		assertThat(List.of("givenName", "familyName", "grades", "enabledUser", "agentSourcedIds", "metadata.portal").stream()
				.map(user::getField))
				.containsExactly(givenName, "Lopez", grade, "true", ADULTS, "ana-lopez,ben-lopez,carla-lopez");
	}

	/** The class, with the child on its list for the whole of a year which is Active or not. */
	private static void section(ReadArchive archive, String sourcedId, String title, String child, boolean active) {
		NamedCsvRecord section = archive.row("classes", sourcedId);
		assertThat(section.getField("title")).isEqualTo(title);
		NamedCsvRecord semester = archive.row("academicSessions", ReadArchive.list(section, "termSourcedIds").getFirst());
		NamedCsvRecord year = archive.row("academicSessions", semester.getField("parentSourcedId"));
		assertThat(year.getField("metadata.active")).isEqualTo(Boolean.toString(active));
		assertThat(archive.where("enrollments", "classSourcedId", sourcedId)).filteredOn(r -> r.getField("userSourcedId").equals(child))
				.extracting(r -> r.getField("beginDate"), r -> r.getField("endDate"))
				.containsExactly(tuple(year.getField("startDate"), year.getField("endDate")));
	}

	@Test
	void hasThePhonesAndChoicesOfTheStory() {
		Map<String, SamplePerson> people = SampleDistrict.of(1200, 1, LocalDate.of(2026, 11, 25)).people().limit(6)
				.collect(Collectors.toMap(SamplePerson::sourcedId, Function.identity()));
		assertThat(people.keySet()).containsExactlyInAnyOrder("ana-lopez", "ben-lopez", "rosa-lopez", "carla-lopez", "maya-lopez",
				"leo-lopez");
		for (String withPhone : List.of("ana-lopez", "ben-lopez", "rosa-lopez", "carla-lopez", "maya-lopez")) {
			assertThat(person(people, withPhone).phones()).singleElement()
					.satisfies(phone -> assertThat(phone.sessionLive()).isEqualTo(!withPhone.equals("carla-lopez")));
		}
		assertThat(person(people, "leo-lopez").phones()).isEmpty();
		assertThat(person(people, "ana-lopez").language()).isEqualTo("en");
		assertThat(person(people, "ben-lopez").language()).isEqualTo("es");
		assertThat(person(people, "ana-lopez").assignments()).isEqualTo(new SampleChoice.Every());
		assertThat(person(people, "maya-lopez").assignments()).isEqualTo(new SampleChoice.Every());
		assertThat(person(people, "ben-lopez").assignments()).isEqualTo(new SampleChoice.Below(80));
		assertThat(person(people, "ana-lopez").students()).containsExactly("maya-lopez", "leo-lopez");
		assertThat(person(people, "rosa-lopez").students()).isEmpty();
	}

	private static SamplePerson person(Map<String, SamplePerson> people, String sourcedId) {
		return Objects.requireNonNull(people.get(sourcedId), sourcedId);
	}
}
