package org.schoolbell.sandbox.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SampleDistrictTest {
	private static final LocalDate DATE = LocalDate.of(2026, 11, 25);
	private static final SampleDistrict DISTRICT = SampleDistrict.of(4000, 11, DATE);

	@ParameterizedTest
	@CsvSource({"2,4", "1200,4", "2400,4", "2401,5", "5000,9", "300000,500"})
	void schoolsGrowWithTheStudents(int students, int schools) {
		List<Schools.SampleSchool> all = new Schools(students).all();
		assertThat(all).hasSize(schools);
		assertThat(all).extracting(Schools.SampleSchool::level).contains(Grade.Level.values());
		assertThat(all).extracting(Schools.SampleSchool::name).doesNotHaveDuplicates();
		assertThat(all).extracting(Schools.SampleSchool::sourcedId).doesNotHaveDuplicates();
	}

	@Test
	void aStudentHasOnePointSixGuardians() {
		assertThat(mean(DISTRICT.students(), s -> s.relationships().size())).isCloseTo(1.6, within(0.06));
		assertThat(mean(SampleDistrict.of(1200, 1, DATE).students(), s -> s.relationships().size())).isCloseTo(1.6, within(0.1));
	}

	@Test
	void eightPercentOfRelationshipsAreWithoutThePortalFlag() {
		assertThat(share(DISTRICT.students().flatMap(s -> s.relationships().stream()), r -> !r.portal())).isCloseTo(8, within(1.0));
	}

	@Test
	void familiesHaveOneToFiveChildrenWhoGoToSeveralSchools() {
		Map<String, List<SampleStudent>> children = DISTRICT.students().filter(s -> !s.relationships().isEmpty())
				.collect(Collectors.groupingBy(s -> s.relationships().getFirst().guardian().sourcedId()));
		assertThat(children.values().stream().map(List::size).collect(Collectors.toSet())).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
		assertThat(children.values()).anyMatch(family -> family.stream().map(SampleStudent::school).distinct().count() >= 3);
	}

	@Test
	void studentsAreTheSameOneByOneAndInARow() {
		List<SampleStudent> all = DISTRICT.students().toList();
		assertThat(all).hasSize(4000);
		assertThat(all).allSatisfy(student -> assertThat(DISTRICT.student(student.number())).isEqualTo(student));
	}

	@Test
	void aMillionStudentsCostNothingUntilTheyAreAskedFor() {
		SampleDistrict huge = SampleDistrict.of(SampleDistrict.MOST_STUDENTS, 1, DATE);
		assertThat(huge.people().limit(50)).hasSize(50);
		assertThat(huge.student(999_999).roster()).isNotEmpty();
	}

	@Test
	void aThirdOfPeopleHaveNoPhoneAndNoTwoPhonesShareAToken() {
		List<SamplePerson> people = DISTRICT.people().toList();
		assertThat(people).extracting(SamplePerson::sourcedId).doesNotHaveDuplicates();
		assertThat(share(people.stream(), p -> p.phones().isEmpty())).isCloseTo(30, within(2.0));
		assertThat(people).allSatisfy(p -> assertThat(p.phones()).hasSizeLessThanOrEqualTo(2));
		List<SamplePhone> phones = people.stream().flatMap(p -> p.phones().stream()).toList();
		assertThat(phones.stream().map(p -> p.target().token().value())).doesNotHaveDuplicates()
				.allMatch(t -> t.matches("[0-9a-f]{64}"));
		assertThat(share(phones.stream(), p -> !p.sessionLive())).isCloseTo(8, within(2.0));
	}

	@Test
	void peopleDifferInLanguageChoiceAndAccount() {
		List<SamplePerson> people = DISTRICT.people().toList();
		assertThat(share(people.stream(), p -> p.language().equals("es"))).isCloseTo(25, within(2.5));
		assertThat(share(people.stream(), p -> p.assignments() instanceof SampleChoice.Below)).isCloseTo(28, within(2.5));
		assertThat(share(people.stream(), p -> p.assignments() instanceof SampleChoice.Off)).isCloseTo(12, within(2.0));
		assertThat(share(people.stream().filter(p -> p.role() == SamplePerson.Role.GUARDIAN), p -> !p.accountEnabled())).isCloseTo(4,
				within(1.0));
	}

	@Test
	void guardiansSeeTheChildrenWhosePortalFlagTheyHave() {
		Map<String, Set<String>> seen = DISTRICT.students()
				.flatMap(s -> s.relationships().stream().filter(SampleRelationship::portal)
						.map(r -> Map.entry(r.guardian().sourcedId(), s.sourcedId())))
				.collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
		assertThat(DISTRICT.people().filter(p -> p.role() == SamplePerson.Role.GUARDIAN))
				.allSatisfy(p -> assertThat(p.students()).containsExactlyInAnyOrderElementsOf(seen.getOrDefault(p.sourcedId(), Set.of())));
	}

	@Test
	void somePeopleAreOfThePastSomeCameSomeLeftSomeChangedASection() {
		List<SampleStudent> students = DISTRICT.students().toList();
		LocalDate begin = DISTRICT.activeYear().begin();
		assertThat(share(students.stream(), s -> !s.enrollments().getLast().end().isAfter(begin))).isCloseTo(4, within(1.0));
		assertThat(share(students.stream(), s -> s.enrollments().getLast().end().isAfter(begin) && !s.enrollments().getLast().holds(DATE)))
				.isCloseTo(3, within(1.0));
		assertThat(share(students.stream(), s -> s.enrollments().getFirst().begin().isAfter(begin))).isCloseTo(3, within(1.0));
		assertThat(share(students.stream(), s -> s.enrollments().getLast().holds(DATE)
				&& s.roster().stream().anyMatch(l -> l.section().year().active() && !l.holds(DATE) && l.end().isBefore(DATE))))
				.isBetween(2.0, 8.0);
	}

	@Test
	void rostersFollowTheEnrollments() {
		assertThat(DISTRICT.students()).allSatisfy(student -> assertThat(student.roster()).allSatisfy(line -> assertThat(
				student.enrollments())
				.anyMatch(e -> e.school().equals(line.section().school()) && e.holds(line.begin()) && e.holds(line.end().minusDays(1)))));
	}

	@Test
	void sectionsAreOfAUsualSize() {
		Map<String, Long> sizes = DISTRICT.students().flatMap(s -> s.roster().stream()).map(l -> l.section().sourcedId())
				.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		assertThat(DISTRICT.sections().map(SampleSection::sourcedId)).containsAll(sizes.keySet());
		assertThat(sizes.values().stream().mapToLong(Long::longValue).average().orElse(0)).isBetween(18.0, 30.0);
		assertThat(sizes.values()).allMatch(size -> size < 60);
	}

	@Test
	void assignmentsAreMostlyShownAndCounted() {
		List<SampleAssignment> all = DISTRICT.sections().flatMap(s -> DISTRICT.assignments(s).stream()).toList();
		assertThat(share(all.stream(), a -> !a.shown())).isCloseTo(6, within(1.5));
		assertThat(share(all.stream(), a -> !a.counts())).isCloseTo(6, within(1.5));
	}

	@Test
	void resultsAreOfManyKinds() {
		List<SampleResult> all = DISTRICT.students().flatMap(DISTRICT::results).toList();
		assertThat(all.stream().map(SampleResult::status)).contains("fully graded", "partially graded", "exempt", "submitted",
				"not submitted");
		assertThat(all).anyMatch(SampleResult::late).anyMatch(SampleResult::missing).anyMatch(SampleResult::incomplete)
				.anyMatch(SampleResult::cheated)
				.anyMatch(SampleResult::dropped).anyMatch(r -> r.points().endsWith(".5"));
	}

	@Test
	void namesComeFromManyLanguagesAndSomeAreVeryLong() {
		List<String> names = DISTRICT.students().flatMap(s -> Stream.of(s.givenName(), s.familyName())).toList();
		assertThat(names).noneMatch(n -> n.isBlank() || !n.equals(n.strip()) || n.length() > 60);
		assertThat(names).anyMatch(n -> n.length() == 60).anyMatch(n -> n.length() == 1).anyMatch(n -> n.contains("'"));
		Set<Character.UnicodeScript> scripts = names.stream().flatMapToInt(String::codePoints).mapToObj(Character.UnicodeScript::of)
				.collect(Collectors.toSet());
		assertThat(scripts).contains(Character.UnicodeScript.ARABIC, Character.UnicodeScript.HEBREW, Character.UnicodeScript.CYRILLIC,
				Character.UnicodeScript.HAN, Character.UnicodeScript.HANGUL, Character.UnicodeScript.DEVANAGARI,
				Character.UnicodeScript.THAI,
				Character.UnicodeScript.ETHIOPIC, Character.UnicodeScript.GREEK);
	}

	private static <T> double share(Stream<T> all, Predicate<T> some) {
		return 100.0 * all.mapToInt(t -> some.test(t) ? 1 : 0).average().orElse(0);
	}

	private static <T> double mean(Stream<T> all, Function<T, Integer> value) {
		return all.mapToInt(value::apply).average().orElse(0);
	}
}
