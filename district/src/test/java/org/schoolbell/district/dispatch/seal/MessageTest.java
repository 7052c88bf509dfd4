package org.schoolbell.district.dispatch.seal;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.wire.CollapseId;
import org.schoolbell.wire.PushId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is sealed: its form, and what becomes of words that do not fit. */
class MessageTest {
	private static final PushId ID = PushId.parse("01993f3e-0000-8000-8000-000000000001");
	private static final CollapseId TAG = new CollapseId("A".repeat(32));

	@Test
	void aBrowserIsToldInTheFormThatNewOnesShowByThemselves() {
		assertThat(new String(web("18 of 20 on Unit 3 Quiz", 3).json(), StandardCharsets.UTF_8)).isEqualTo(
				"{\"web_push\":8030,\"app_badge\":3,\"notification\":{\"title\":\"Maya\",\"body\":\"18 of 20 on Unit 3 Quiz\",\"navigate\":\"/n/1\","
						+ "\"tag\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"lang\":\"es\",\"silent\":true,"
						+ "\"data\":{\"id\":\"01993f3e-0000-8000-8000-000000000001\"}}}");
		assertThat(new String(web("", null).json(), StandardCharsets.UTF_8)).startsWith("{\"web_push\":8030,\"notification\":{");
	}

	@Test
	void anAppIsToldInTheFormThatIsPublished() {
		assertThat(new String(forApp("90% in Algebra I.").json(), StandardCharsets.UTF_8)).isEqualTo(
				"{\"version\":1,\"id\":\"01993f3e-0000-8000-8000-000000000001\",\"kind\":\"ASSIGNMENTS\",\"title\":\"Maya\","
						+ "\"body\":\"90% in Algebra I.\",\"lang\":\"en\",\"link\":\"/n/1\"}");
	}

	@Test
	void wordsThatDoNotFitLoseTheirEndAndNothingElse() {
		RandomGenerator random = new SplittableRandom(2048);
		for (int i = 0; i < 2_000; i++) {
			String body = text(random, random.nextInt(3_000));
			byte[] json = web(body, 3).json();

			assertThat(json.length).isLessThanOrEqualTo(Sealer.LONGEST);
			JsonNode message = JsonMapper.shared().readTree(json);
			String shown = message.at("/notification/body").asString();
			assertThat(message.at("/notification/navigate").asString()).isEqualTo("/n/1");
			if (!shown.equals(body)) {
				assertThat(shown.isEmpty() || shown.endsWith("…")).isTrue();
				String kept = shown.replaceFirst("…$", "");
				assertThat(body).startsWith(kept);
				assertThat(kept).as("no half of a character")
						.isEqualTo(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
						.doesNotEndWith("\u200D");
			}
		}
	}

	@Test
	void aBodyThatFitsStaysWhole() {
		byte[] json = forApp("x".repeat(1_000)).json();

		assertThat(JsonMapper.shared().readTree(json).get("body").asString()).isEqualTo("x".repeat(1_000));
	}

	@Test
	void whatDoesNotFitWithoutABodyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new PrivateMessage(ID, "ASSIGNMENTS", "x".repeat(2_048), "body", "/n/1", "en", null).json());
	}

	@Test
	void nothingOfAMessageIsInItsText() {
		assertThat(web("secret", 3).toString() + forApp("secret")).doesNotContain("secret").doesNotContain("Maya");
	}

	private static WebPushMessage web(String body, @Nullable Integer badge) {
		return new WebPushMessage(ID, "Maya", body, "/n/1", TAG, "es", false, badge);
	}

	private static PrivateMessage forApp(String body) {
		return new PrivateMessage(ID, "ASSIGNMENTS", "Maya", body, "/n/1", "en", null);
	}

	/** Of letters of one to four bytes, of families that are one character to a reader, and of what JSON writes in six. */
	private static String text(RandomGenerator random, int parts) {
		String[] letters = {"a", "é", "ع", "好", "👩‍👧‍👦", "\"", "\u0007", " "};
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < parts; i++) {
			text.append(letters[random.nextInt(letters.length)]);
		}
		return text.toString();
	}
}
