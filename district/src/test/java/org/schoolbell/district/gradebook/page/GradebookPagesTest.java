package org.schoolbell.district.gradebook.page;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.testing.ChemistryClass;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.SignedInByHeader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolbell.district.gradebook.page.GradebookClient.all;
import static org.schoolbell.district.gradebook.page.GradebookClient.body;
import static org.schoolbell.district.gradebook.page.GradebookClient.draft;

/** The gradebooks that somebody keeps, and the grid, for whoever a header says is signed in; signing in has tests of its own. */
@Import(SignedInByHeader.class)
class GradebookPagesTest extends ServerTest {
	@LocalServerPort
	private int port;
	private ChemistryClass chemistry;
	private GradebookClient gradebook;

	@BeforeEach
	void makeClass() {
		chemistry = new ChemistryClass(jdbc());
		gradebook = new GradebookClient(chemistry, port);
	}

	@Test
	void theGridShowsTheClassByNameAndTheLatestWorkFirst() {
		gradebook.saved(gradebook.cell(1, 5, "0", "12"));
		HttpResponse<String> page = gradebook.get(chemistry.ada, chemistry.home());

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(all(page, "<th scope=\"row\" class=\"name\"><bdi>([^<]+)</bdi>")).isEqualTo(ChemistryClass.STUDENTS);
		assertThat(all(page, "<th scope=\"col\" data-a=\"[^\"]+\"[^>]*><a [^>]+><bdi>([^<]+)</bdi>")).containsExactly("Homework 11",
				"Lab report 4", "Quiz 6", "Homework 10", "Lab report 3", "Unit test 2");
		assertThat(page.body()).containsPattern("<td data-v=\"\\d+\">12</td>").contains("out of 20").doesNotContain("<script>", " style=",
				" onclick=");
	}

	@Test
	void theGridIsEmptyForATermWithoutWork() {
		assertThat(gradebook.get(chemistry.ada, chemistry.home() + "?term=2").body()).contains("No assignments in this term");
		assertThat(gradebook.get(chemistry.ada, chemistry.home() + "?term=all").body()).contains("Unit test 2");
	}

	@Test
	void thePageSpeaksSpanish() {
		assertThat(gradebook.get(chemistry.ada, chemistry.home() + "?language=es").body()).contains("lang=\"es\"", "Nueva tarea",
				"11 estudiantes");
	}

	@Test
	void aSectionIsOpenToItsTeachersAndAnAdministratorAndNotThereForOthers() {
		String[] addresses = {chemistry.home(), chemistry.home() + "/assignments",
				chemistry.home() + "/assignments/" + chemistry.assignments.getFirst().value()};
		PersonId stranger = chemistry.stranger();
		for (String address : addresses) {
			assertThat(gradebook.get(chemistry.ada, address).statusCode()).as(address).isEqualTo(200);
			assertThat(gradebook.get(chemistry.grace, address).statusCode()).as(address).isEqualTo(200);
			assertThat(gradebook.get(stranger, address).statusCode()).as(address).isEqualTo(404);
			assertThat(gradebook.get(stranger, "ADMINISTRATOR", address).statusCode()).as(address).isEqualTo(200);
		}
		assertThat(gradebook.post(stranger, "/scores", body(gradebook.cell(0, 0, "0", "9"))).statusCode()).isEqualTo(404);
		assertThat(gradebook.post(stranger, "/reach", body(gradebook.cell(0, 0, "0", "9"))).statusCode()).isEqualTo(404);
		assertThat(gradebook.form(stranger, "/assignments", draft("Theirs", UUID.randomUUID().toString())).statusCode()).isEqualTo(404);
		assertThat(gradebook
				.form(stranger, "/assignments/" + chemistry.assignments.getFirst().value(), draft("Theirs", "2026-10-01T00:00:00Z"))
				.statusCode()).isEqualTo(404);
		assertThat(chemistry.points(0, 0)).isNull();
		assertThat(gradebook.get(stranger, "/gradebook").body()).contains("No sections yet").doesNotContain("Chemistry");
		assertThat(gradebook.get(chemistry.ada, "/gradebook").body()).contains("Chemistry", chemistry.home());
		assertThat(gradebook.get(chemistry.ada, "/gradebook/nothing").statusCode()).isEqualTo(404);
	}

	@Test
	void lastYearsSectionsAreClosed() {
		jdbc().sql("""
				INSERT INTO calendar.school_year (sourced_id, title, starts, ends) VALUES (?, 'Past', '2019-08-01', '2020-08-01')
				""").param(chemistry.name + "past").update();
		jdbc().sql("""
				UPDATE calendar.calendar SET school_year = (SELECT id FROM calendar.school_year WHERE sourced_id = ?)
				WHERE id = (SELECT calendar FROM roster.section WHERE sourced_id = ?)
				""").param(chemistry.name + "past").param(chemistry.section.value()).update();

		assertThat(gradebook.get(chemistry.ada, chemistry.home()).statusCode()).isEqualTo(404);
		assertThat(gradebook.get(chemistry.ada, "/gradebook").body()).doesNotContain(chemistry.home());
	}
}
