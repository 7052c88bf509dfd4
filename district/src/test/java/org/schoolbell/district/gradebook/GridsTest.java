package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.event.log.ChangeLog;
import org.schoolbell.district.roster.ListedStudent;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.SectionId;
import org.schoolbell.district.roster.Sections;
import org.schoolbell.district.roster.TaughtSection;
import org.schoolbell.district.roster.Teaching;
import org.schoolbell.district.testing.CountedStatements;
import org.schoolbell.district.testing.Records;
import org.schoolbell.district.testing.TestDistrict;

import static org.assertj.core.api.Assertions.assertThat;

class GridsTest {
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
	private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);
	private static final LocalDate NEVER = LocalDate.of(2200, 1, 1);

	private final CountedStatements statements = new CountedStatements();
	private final TestDistrict district = TestDistrict.with(statements::wrap, Grids.class, Teaching.class, Scores.class,
			ScoreChecks.class, ScoreTable.class, Assignments.class, People.class, Sections.class, ChangeLog.class);
	private final Records records = new Records(district.jdbc());
	private final Grids grids = district.get(Grids.class);
	private final Teaching teaching = district.get(Teaching.class);
	private final SectionId section = new SectionId(records.active().section());

	@AfterEach
	void close() {
		district.close();
	}

	@Test
	void namesStandInTheOrderOfThePeopleWhoReadThem() {
		for (String name : List.of("Zoë", "álvaro", "Bob", "Łukasz", "Lucía", "Lucas", "émile", "Eva")) {
			records.student(name);
		}

		assertThat(students(TODAY)).extracting(name -> name.replace(" Lopez", "")).containsExactly("álvaro", "Bob", "émile", "Eva", "Lucas",
				"Lucía", "Łukasz", "Zoë");
	}

	@Test
	void theClassListIsTodaysOrThatOfItsFirstOrLastDay() {
		listed("Early", "2026-08-01", "2026-10-01");
		listed("All year", "2026-08-01", "2027-07-01");
		listed("Later", "2027-01-10", "2027-07-01");

		assertThat(students(TODAY)).containsExactly("All year Lopez");
		assertThat(students(LocalDate.of(2026, 5, 1))).containsExactly("All year Lopez", "Early Lopez");
		assertThat(students(LocalDate.of(2026, 9, 30))).containsExactly("All year Lopez", "Early Lopez");
		assertThat(students(LocalDate.of(2026, 10, 1))).containsExactly("All year Lopez");
		assertThat(students(LocalDate.of(2027, 9, 1))).containsExactly("All year Lopez", "Later Lopez");
	}

	@Test
	void aTeacherHasTheirOwnSectionsAndThoseTaughtWithOthersAndNoLongerThoseThatWereLeft() {
		records.student("Maya");
		PersonId alone = records.person("Ada");
		PersonId together = records.person("Grace");
		PersonId left = records.person("Gone");
		PersonId toCome = records.person("Later");
		teaches(alone, "2026-08-01", "2027-07-01");
		teaches(together, "2026-09-01", "2027-07-01");
		teaches(left, "2026-08-01", "2026-11-24");
		teaches(toCome, "2026-11-25", "2027-07-01");

		assertThat(List.of(alone, together, left, toCome)).extracting(teacher -> teaching.teaches(teacher, section, TODAY))
				.containsExactly(true, true, false, false);
		assertThat(List.of(alone, together, left, toCome))
				.extracting(teacher -> teaching.sectionsOf(teacher, TODAY).stream().map(TaughtSection::id).toList())
				.containsExactly(List.of(section), List.of(section), List.of(), List.of());
		assertThat(List.of(alone, together, left, toCome)).as("after the end: to put it right")
				.extracting(teacher -> teaching.teaches(teacher, section, LocalDate.of(2027, 8, 1)))
				.containsExactly(true, true, false, true);
		assertThat(List.of(alone, together, left, toCome)).as("before the beginning: to prepare it")
				.extracting(teacher -> teaching.teaches(teacher, section, LocalDate.of(2026, 7, 1)))
				.containsExactly(true, false, true, false);
	}

	@Test
	void aGridHasTheLatestWorkFirstAndWhatTheScoresSay() {
		PersonId maya = records.student("Maya");
		AssignmentId old = records.assignment("Old", records.active(), LocalDate.of(2026, 11, 2));
		AssignmentId recent = records.assignment("Recent", records.active(), LocalDate.of(2026, 11, 20));
		records.run("UPDATE gradebook.assignment SET active = false WHERE id = ?",
				records.assignment("Out of use", records.active(), LocalDate.of(2026, 11, 3)).value());
		records.run("UPDATE gradebook.assignment SET term = NULL WHERE id = ?",
				records.assignment("No term", records.active(), LocalDate.of(2026, 12, 24)).value());
		score(recent, maya, 18);

		Grid grid = grid(new Grids.Part(List.of(new TermId(records.active().term())), ALWAYS, TODAY));

		assertThat(grid.assignments()).extracting(column -> column.assignment().id()).containsExactly(recent, old);
		ListedStudent row = grid.students().getFirst();
		assertThat(grid.score(grid.assignments().get(0), row).map(score -> score.value().points())).contains(BigDecimal.valueOf(18));
		assertThat(grid.score(grid.assignments().get(1), row)).isEmpty();
		assertThat(grid(new Grids.Part(List.of(), TODAY, NEVER)).assignments()).extracting(column -> column.assignment().title())
				.containsExactly("No term");
	}

	@Test
	void aGridTakesThreeStatementsWhateverItsSize() {
		Grids.Part all = new Grids.Part(List.of(new TermId(records.active().term())), ALWAYS, NEVER);
		long empty = statements.of(() -> grid(all));
		List<PersonId> students = IntStream.range(0, 20).mapToObj(i -> records.student("S" + i)).toList();
		for (int i = 0; i < 10; i++) {
			AssignmentId assignment = records.assignment("A" + i, records.active(), TODAY);
			students.forEach(student -> score(assignment, student, 18));
		}

		assertThat(statements.of(() -> assertThat(grid(all).scores()).hasSize(200))).isEqualTo(empty).isEqualTo(3);
	}

	private Grid grid(Grids.Part part) {
		return grids.of(section, part, TODAY);
	}

	private List<String> students(LocalDate day) {
		return teaching.students(section, day).stream().map(ListedStudent::name).toList();
	}

	private void listed(String name, String starts, String ends) {
		PersonId student = records.person(name);
		records.run("INSERT INTO roster.class_list (sourced_id, section, student, starts, ends) VALUES (?, ?, ?, ?::date, ?::date)",
				"list-" + student.value(), section.value(), student.value(), starts, ends);
	}

	private void teaches(PersonId teacher, String starts, String ends) {
		records.run("INSERT INTO roster.section_teacher (sourced_id, section, teacher, starts, ends) VALUES (?, ?, ?, ?::date, ?::date)",
				"teacher-" + teacher.value(), section.value(), teacher.value(), starts, ends);
	}

	private void score(AssignmentId assignment, PersonId student, int points) {
		SourcedId work = Objects.requireNonNull(district.get(Assignments.class).byId(List.of(assignment)).get(assignment)).sourcedId();
		SourcedId name = Objects.requireNonNull(district.get(People.class).sourcedIdsOf(List.of(student)).get(student));
		district.get(Scores.class)
				.save(List.of(new ScoreToSave(work, name, BigDecimal.valueOf(points), null, null, Set.of(), null, null)), null, false);
	}
}
