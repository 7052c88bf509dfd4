package org.schoolbell.district.gradebook.page;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import org.schoolbell.district.testing.ChemistryClass;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.SignedInByHeader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolbell.district.gradebook.page.GradebookClient.all;
import static org.schoolbell.district.gradebook.page.GradebookClient.draft;
import static org.schoolbell.district.gradebook.page.GradebookClient.token;
import static org.schoolbell.district.gradebook.page.GradebookClient.with;

/** The form of a new or changed assignment. */
@Import(SignedInByHeader.class)
class AssignmentPagesTest extends ServerTest {
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
	void aNewAssignmentIsMadeOnceAndTheFormKeepsWhatIsWrong() {
		String token = UUID.randomUUID().toString();
		HttpResponse<String> wrong = gradebook.form(chemistry.ada, "/assignments",
				Map.of("token", token, "title", "", "due", "2019-01-01", "points", "many", "category", "99999999"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("4 fields need another look", "value=\"many\"", "Enter a title");

		for (int i = 0; i < 2; i++) {
			HttpResponse<String> made = gradebook.form(chemistry.ada, "/assignments", draft("Quiz 7", token));
			assertThat(made.statusCode()).isEqualTo(302);
			assertThat(made.headers().firstValue("Location").orElseThrow()).endsWith(chemistry.home());
		}
		assertThat(all(gradebook.get(chemistry.ada, chemistry.home()), "<bdi>(Quiz 7)</bdi>")).hasSize(1);
	}

	@Test
	void aTitleThatTurnsTheDirectionOfTextAndPointsThatCanBeMeantInTwoWaysAreRefused() {
		Map<String, String> good = draft("Quiz 7", UUID.randomUUID().toString());
		for (String[] wrong : new String[][]{{"title", "Quiz \u202e7"}, {"title", "Quiz\u2069"}, {"points", "1,250"}, {"points", "1e400"},
				{"points", "NaN"}, {"points", "-1"}, {"points", "\u0661\u0668"}, {"points", "9".repeat(5_000)}}) {
			assertThat(gradebook.form(chemistry.ada, "/assignments", with(good, wrong[0], wrong[1])).statusCode()).as(wrong[1])
					.isEqualTo(422);
		}
		assertThat(gradebook.get(chemistry.ada, chemistry.home()).body()).doesNotContain("Quiz 7");
		String address = "/assignments/" + chemistry.assignments.get(1).value();
		String token = token(gradebook.get(chemistry.ada, chemistry.home() + address));
		assertThat(gradebook.form(chemistry.ada, address, with(draft("Lab report 4", token), "points", "1250,5")).statusCode())
				.isEqualTo(302);
		assertThat(gradebook.get(chemistry.ada, chemistry.home()).body()).contains("out of 1250.5");
	}

	@Test
	void whoSavesAnOlderFormOfAnAssignmentSeesBothAndMaySaveAgain() {
		String address = "/assignments/" + chemistry.assignments.get(1).value();
		String token = token(gradebook.get(chemistry.ada, chemistry.home() + address));
		assertThat(gradebook.form(chemistry.grace, address, draft("Theirs", token)).statusCode()).isEqualTo(302);

		HttpResponse<String> mine = gradebook.form(chemistry.ada, address, draft("Mine", token));

		assertThat(mine.statusCode()).isEqualTo(409);
		assertThat(mine.body()).contains("<bdi>Theirs</bdi>", "<dd>Nov 20, 2026</dd>", "<bdi>None</bdi>", "value=\"Mine\"");
		assertThat(gradebook.form(chemistry.ada, address, draft("Mine", token(mine))).statusCode()).isEqualTo(302);
	}

	@Test
	void beforeHiddenScoresAreShownTheFormAsksWhetherToTell() {
		String address = "/assignments/" + chemistry.assignments.get(1).value();
		gradebook.saved(gradebook.cell(1, 0, "0", "18"));
		jdbc().sql("UPDATE gradebook.assignment SET shown = false WHERE sourced_id = ?").param(chemistry.assignments.get(1).value())
				.update();
		String token = token(gradebook.get(chemistry.ada, chemistry.home() + address));

		HttpResponse<String> asks = gradebook.form(chemistry.ada, address, draft("Lab report 4", token));
		assertThat(asks.statusCode()).isEqualTo(200);
		assertThat(asks.body()).contains("Showing it tells 1 person", "name=\"tell\" value=\"no\"");
		assertThat(gradebook.get(chemistry.ada, chemistry.home()).body()).contains("not shown");

		assertThat(gradebook.form(chemistry.ada, address, with(draft("Lab report 4", token), "tell", "no")).statusCode()).isEqualTo(302);
		assertThat(gradebook.get(chemistry.ada, chemistry.home()).body()).doesNotContain("not shown");
	}
}
