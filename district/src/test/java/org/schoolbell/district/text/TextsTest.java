package org.schoolbell.district.text;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextsTest {
	private static final Texts TEXTS = Texts.load();

	@Test
	void aParentReadsTheStudentsFirstNameAndTheStudentDoesNot() {
		assertThat(TEXTS.score("en", quiz("Maya", points("18", "90"))))
				.isEqualTo(new Rendered("Maya: 18 of 20 on Unit 3 Quiz", "90% in Algebra I."));
		assertThat(TEXTS.score("en", quiz(null, points("18", "90"))))
				.isEqualTo(new Rendered("18 of 20 on Unit 3 Quiz", "90% in Algebra I."));
		assertThat(TEXTS.score("es", quiz("Maya", points("12", "60"))))
				.isEqualTo(new Rendered("Maya: 12 de 20 en Unit 3 Quiz", "60% en Algebra I."));
	}

	@Test
	void missingStandsBeforeTheNumber() {
		ScoreValue missing = new ScoreValue(BigDecimal.ZERO, BigDecimal.ZERO, null, Set.of(Flag.MISSING));

		assertThat(TEXTS.score("en", quiz("Maya", missing)))
				.isEqualTo(new Rendered("Maya: Unit 3 Quiz is missing", "Algebra I. 0 of 20 points."));
		assertThat(TEXTS.score("es", quiz("Maya", missing)))
				.isEqualTo(new Rendered("Maya: falta Unit 3 Quiz", "Algebra I. 0 de 20 puntos."));
		assertThat(TEXTS.score("es", quiz(null, missing)).title()).isEqualTo("Falta Unit 3 Quiz");
	}

	@Test
	void aChangeSaysWhatWas() {
		ScoreNotice raised = new ScoreNotice("Maya", "Unit 3 Quiz", "Algebra I", new BigDecimal(20), points("12", "60"),
				points("18.5", "92.5"));

		assertThat(TEXTS.score("en", raised))
				.isEqualTo(new Rendered("Maya: 18.5 of 20 on Unit 3 Quiz", "92.5% in Algebra I. Was 12 of 20."));
		assertThat(TEXTS.score("es", raised))
				.isEqualTo(new Rendered("Maya: 18.5 de 20 en Unit 3 Quiz", "92.5% en Algebra I. Antes: 12 de 20."));
	}

	@Test
	void flagsFollowTheNumberAndMarksStandAlone() {
		assertThat(TEXTS.score("en",
				quiz("Maya", new ScoreValue(new BigDecimal(9), new BigDecimal(45), null, Set.of(Flag.LATE, Flag.TURNED_IN)))))
				.isEqualTo(new Rendered("Maya: 9 of 20 on Unit 3 Quiz", "45% in Algebra I. Late."));
		assertThat(TEXTS.score("en", new ScoreNotice("Maya", "Essay", "English 9", null, null, new ScoreValue(null, null, "B+", Set.of()))))
				.isEqualTo(new Rendered("Maya: B+ on Essay", "English 9."));
		assertThat(TEXTS.score("en", quiz("Maya", new ScoreValue(null, null, null, Set.of(Flag.LATE)))))
				.isEqualTo(new Rendered("Maya: Unit 3 Quiz is late", "Algebra I."));
	}

	@Test
	void aPercentBelowAThresholdNeverReadsAsTheThreshold() {
		assertThat(TEXTS.score("en", quiz("Maya", points("15.99", "79.96"))).body()).isEqualTo("79.9% in Algebra I.");
	}

	@Test
	void aCorrectionSaysSoFirstAndThenWhatIsTrue() {
		ScoreValue twelve = points("12", "60");
		assertThat(TEXTS.correction("en", correction("Maya", twelve, points("18", "90"))))
				.isEqualTo(new Rendered("Corrected: Maya: 18 of 20 on Unit 3 Quiz", "90% in Algebra I. Was 12 of 20."));
		assertThat(TEXTS.correction("es", correction("Maya", twelve, points("18", "90"))))
				.isEqualTo(new Rendered("Corrección: Maya: 18 de 20 en Unit 3 Quiz", "90% en Algebra I. Antes: 12 de 20."));
		assertThat(TEXTS.correction("en", correction("Maya", twelve, null)))
				.isEqualTo(new Rendered("Corrected: Maya no longer has a score on Unit 3 Quiz", "Algebra I. Was 12 of 20."));
		assertThat(TEXTS.correction("en", correction(null, twelve, null)).title())
				.isEqualTo("Corrected: You no longer have a score on Unit 3 Quiz");
		assertThat(TEXTS.correction("es", correction(null, new ScoreValue(null, null, null, Set.of(Flag.MISSING)), null)))
				.isEqualTo(new Rendered("Corrección: No falta Unit 3 Quiz", "Algebra I. Antes: sin entregar."));
		assertThat(TEXTS.correction("en", correction("Maya", twelve, new ScoreValue(new BigDecimal(12), null, null, Set.of(Flag.EXEMPT)))))
				.isEqualTo(new Rendered("Corrected: Maya: Unit 3 Quiz no longer counts", "Algebra I. Was 12 of 20."));
	}

	/** A watch shows some 25 characters. */
	@Test
	void whatIsNewOfACorrectionStandsInItsFirstTwentyFiveCharacters() {
		assertThat(TEXTS.correction("en", correction("Maya", null, points("18", "90"))).title().substring(0, 25))
				.isEqualTo("Corrected: Maya: 18 of 20");
	}

	@Test
	void whatMayNotBeSaidIsNotInACorrection() {
		Rendered unsaid = TEXTS.correction("en",
				new ScoreCorrection("Maya", "Unit 3 Quiz", "Algebra I", new BigDecimal(20), points("12", "60"), points("18", "90"), false));

		assertThat(unsaid).isEqualTo(
				new Rendered("Corrected: Maya: Unit 3 Quiz has changed", "Algebra I. What you were told of it no longer holds."));
	}

	private static ScoreCorrection correction(@Nullable String student, @Nullable ScoreValue before, @Nullable ScoreValue now) {
		return new ScoreCorrection(student, "Unit 3 Quiz", "Algebra I", new BigDecimal(20), before, now, true);
	}

	@Test
	void aLanguageWithoutAFileReadsEnglish() {
		assertThat(TEXTS.score("vi", quiz("Maya", points("18", "90"))).body()).isEqualTo("90% in Algebra I.");
		assertThat(TEXTS.score("es-MX", quiz("Maya", points("18", "90"))).body()).isEqualTo("90% en Algebra I.");
	}

	@Test
	void namesThatRunFromRightToLeftStandApart() {
		assertThat(TEXTS.score("en", quiz("محمد", points("18", "90"))).title()).isEqualTo("\u2068محمد\u2069: 18 of 20 on Unit 3 Quiz");
	}

	@Test
	void everyLanguageHasEveryKeyWithTheSameArguments() {
		Set<String> keys = TEXTS.language(Texts.FALLBACK).keys();
		for (String tag : TEXTS.tags()) {
			Language language = TEXTS.language(tag);
			assertThat(language.keys()).as(tag).isEqualTo(keys);
			for (String key : keys) {
				assertThat(language.arguments(key)).as(tag + " " + key).isEqualTo(TEXTS.language(Texts.FALLBACK).arguments(key));
			}
		}
	}

	@Test
	void anUnfilledPlaceholderIsRefused() {
		assertThatThrownBy(() -> TEXTS.language("en").say("score.points", Map.of("own", "true", "name", "")))
				.isInstanceOf(IllegalStateException.class).hasMessageContaining("assignment").hasMessageContaining("points");
	}

	@Test
	void whateverTheNamesATitleStaysWithinSixtyCharactersAndWhole() {
		Random random = new Random(7);
		List<String> names = List.of("Maya", "Nguyễn Thị Bích Ngọc Hương Giang Phương Anh", "محمد عبد الرحمن بن عبد العزيز",
				"👩‍👩‍👧‍👦".repeat(9), "O’Brien-D'Arcy", "e\u0301".repeat(40),
				"{name}", "it''s {0} 'quoted'");
		for (int i = 0; i < 5_000; i++) {
			String name = names.get(random.nextInt(names.size()));
			String title = names.get(random.nextInt(names.size())).repeat(1 + random.nextInt(4));
			ScoreNotice notice = new ScoreNotice(random.nextBoolean() ? name : null, title, name,
					random.nextBoolean() ? new BigDecimal(20) : null,
					random.nextBoolean() ? value(random) : null, value(random));
			for (String tag : TEXTS.tags()) {
				ScoreCorrection correction = new ScoreCorrection(notice.student(), title, name, notice.possible(), notice.before(),
						random.nextBoolean() ? notice.now() : null, random.nextInt(8) > 0);
				for (Rendered rendered : List.of(TEXTS.score(tag, notice), TEXTS.correction(tag, correction))) {
					assertThat(rendered.title()).isNotBlank().hasSizeLessThanOrEqualTo(60);
					assertThat(rendered.body()).isNotBlank();
					assertThat(rendered.title().codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)).isTrue();
				}
			}
		}
	}

	private static ScoreValue value(Random random) {
		Set<Flag> flags = EnumSet.noneOf(Flag.class);
		for (Flag flag : Flag.values()) {
			if (random.nextInt(4) == 0) {
				flags.add(flag);
			}
		}
		return new ScoreValue(random.nextBoolean() ? new BigDecimal(random.nextInt(3000)).movePointLeft(2) : null,
				random.nextBoolean() ? new BigDecimal(random.nextInt(15000)).movePointLeft(2) : null,
				random.nextBoolean() ? "Meets expectations" : null, flags);
	}

	private static ScoreNotice quiz(@Nullable String student, ScoreValue now) {
		return new ScoreNotice(student, "Unit 3 Quiz", "Algebra I", new BigDecimal(20), null, now);
	}

	private static ScoreValue points(String points, String percent) {
		return new ScoreValue(new BigDecimal(points), new BigDecimal(percent), null, Set.of());
	}
}
