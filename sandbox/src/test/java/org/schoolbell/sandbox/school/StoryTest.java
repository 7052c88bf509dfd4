package org.schoolbell.sandbox.school;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTest {
	private static final String TOLD = """
			{"event":"e","student":"maya-lopez","at":"2026-11-25T10:00:00Z","round":1,"verdict":"TELL","recipients":[
			 {"person":"ana-lopez","verdict":"TELL","pushes":[{"id":"p1","device":"1","outcome":"%s"}]},
			 {"person":"ben-lopez","verdict":"WITHHOLD","rule":"ABOVE_THRESHOLD","pushes":[]}]}""";

	@Test
	void aChangeThatIsNotDecidedYetSaysSo() {
		assertThat(Story.of("e", List.of())).isEqualTo(new Story("e", null, null, false, null, List.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			WAITING   | ON_ITS_WAY |
			IN_FLIGHT | ON_ITS_WAY |
			ACCEPTED  | TOLD       |
			EXPIRED   | QUIET      | It came too late to be sent
			""")
	void aPushIsToldOnceThePushServiceHasIt(String outcome, Story.Outcome expected, @Nullable String why) {
		Story story = Story.of("e", List.of(read(TOLD.formatted(outcome))));

		assertThat(story.settled()).isEqualTo(expected != Story.Outcome.ON_ITS_WAY);
		assertThat(story.people()).containsExactly(new Story.Person("ana-lopez", expected, why, List.of("p1")),
				new Story.Person("ben-lopez",
						Story.Outcome.QUIET, "Wants only low scores, and this one is not", List.of()));
	}

	@Test
	void whatStopsTheEventIsTheReasonOfEveryone() {
		Story story = Story.of("e", List.of(read("""
				{"event":"e","student":"leo-lopez","at":"2026-11-25T10:00:00Z","round":1,"verdict":"DROP","rule":"NOT_ACTIVE_YEAR",
				 "recipients":[{"person":"ana-lopez","verdict":"WITHHOLD","pushes":[]}]}""")));

		assertThat(story.why()).isEqualTo("The class belongs to a year that is over");
		assertThat(story.people()).extracting(Story.Person::why).containsExactly(story.why());
		assertThat(story.settled()).isTrue();
	}

	@Test
	void theLastRoundThatListsSomebodyCountsForThem() {
		Story story = Story.of("e", List.of(read("""
				{"event":"e","student":"maya-lopez","at":"2026-11-25T10:00:01Z","round":2,"verdict":"TELL",
				 "recipients":[{"person":"ana-lopez","verdict":"INBOX_ONLY","rule":"PUSH_DISABLED","pushes":[]}]}"""),
				read(TOLD.formatted("STOPPED"))));

		assertThat(story.at()).isEqualTo("2026-11-25T10:00:00Z");
		assertThat(story.people().getFirst()).isEqualTo(new Story.Person("ana-lopez", Story.Outcome.QUIET,
				"In the inbox only: push is off for the district", List.of("p1")));
	}

	@Test
	void aRuleThatIsNotKnownHereKeepsItsName() {
		assertThat(Optional.of(RuleWords.ofRule("FULL_MOON"))).contains("FULL_MOON");
	}

	private static JsonNode read(String json) {
		return JsonMapper.shared().readTree(json);
	}
}
