package org.schoolbell.district.gradebook.page;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.testing.ChemistryClass;
import org.schoolbell.district.testing.ServerTest;
import org.schoolbell.district.testing.SignedInByHeader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolbell.district.gradebook.page.GradebookClient.body;
import static org.schoolbell.district.gradebook.page.GradebookClient.results;

/** What the script of a gradebook sends and is answered. */
@Import(SignedInByHeader.class)
class ScoreEditsDoorTest extends ServerTest {
	private static final JsonMapper JSON = JsonMapper.shared();

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
	void cellsAreSavedOrSayWhyNotEachByItself() {
		JsonNode results = results(
				gradebook.post(chemistry.ada, "/scores",
						body(gradebook.cell(1, 0, "0", "18"), gradebook.cell(1, 1, "0", "abc"), gradebook.cell(1, 2, "0", "24"))));

		assertThat(results.path(0).path("status").asString()).isEqualTo("saved");
		assertThat(results.path(0).path("now").path("entry").asString()).isEqualTo("18");
		assertThat(results.path(1).path("status").asString()).isEqualTo("refused");
		assertThat(results.path(1).path("text").asString()).contains("enter a number");
		assertThat(results.path(2).path("status").asString()).isEqualTo("more");
		assertThat(results.path(2).path("text").asString()).contains("24", "20", "extra credit");
		assertThat(List.of(String.valueOf(chemistry.points(1, 0)), String.valueOf(chemistry.points(1, 1)))).containsExactly("18", "null");
	}

	@Test
	void anotherTeachersValueIsAnsweredWithTheNameAndNotOverwritten() {
		gradebook.saved(gradebook.cell(1, 0, "0", "18"));

		JsonNode mine = results(gradebook.post(chemistry.grace, "/scores", body(gradebook.cell(1, 0, "0", "12")))).path(0);

		assertThat(mine.path("status").asString()).isEqualTo("overtaken");
		assertThat(mine.path("now").path("entry").asString()).isEqualTo("18");
		assertThat(mine.path("text").asString()).contains("Ada Okafor");
		assertThat(chemistry.points(1, 0)).isEqualTo("18");
		String seen = mine.path("now").path("seen").asString();
		assertThat(results(gradebook.post(chemistry.grace, "/scores", body(gradebook.cell(1, 0, seen, "12")))).path(0).path("status")
				.asString())
				.isEqualTo("saved");
	}

	@Test
	void whatIsSentAgainAfterALostAnswerIsSavedOnce() {
		String edits = body(gradebook.cell(1, 0, "0", "18"), gradebook.cell(1, 1, "0", "17"));

		HttpResponse<String> first = gradebook.post(chemistry.ada, "/scores", edits);
		HttpResponse<String> again = gradebook.post(chemistry.ada, "/scores", edits);

		assertThat(again.body()).isEqualTo(first.body());
	}

	@Test
	void theReachIsSaidBeforehandAndNothingIsSaved() {
		JsonNode reach = JSON.readTree(
				gradebook.post(chemistry.ada, "/reach", body(gradebook.cell(1, 0, "0", "18"), gradebook.cell(1, 1, "0", "17"))).body());

		assertThat(reach.path("text").asString()).isEqualTo("These 2 scores reach 2 people now");
		assertThat(reach.path("onPhone").asInt()).isZero();
		assertThat(chemistry.points(1, 0)).isNull();
	}

	@Test
	void aBodyThatIsNotWellFormedSaysWhereAndChangesNothing() {
		String good = gradebook.cell(1, 0, "0", "18");
		for (String[] wrong : new String[][]{{"{\"edits\": []}", "/edits"}, {body(good, good), "/edits/1"},
				{body(good.replace("\"0\"", "\"x\"")), "/edits/0/seen"}, {body(good.replace("\"18\"", "18")), "/edits/0/entry"},
				{body(good.replace("\"entry\"", "\"entries\"")), "/edits/0"},
				{body(good.replace("}", ", \"flags\": [\"CHEATED\"]}")), "/edits/0/flags"}}) {
			HttpResponse<String> answer = gradebook.post(chemistry.ada, "/scores", wrong[0]);

			assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(422);
			assertThat(JSON.readTree(answer.body()).path("pointer").asString()).as(wrong[0]).startsWith(wrong[1]);
		}
		assertThat(chemistry.points(1, 0)).isNull();
	}
}
