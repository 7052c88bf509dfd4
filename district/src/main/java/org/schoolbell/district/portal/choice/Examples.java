package org.schoolbell.district.portal.choice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.text.Rendered;
import org.schoolbell.district.text.ScoreNotice;
import org.schoolbell.district.text.Texts;

/**
 * What would come, in the very words of pushes, for each place of the slider: a page cannot make them while the thumb moves, and must not have words of its
 * own for them.
 *
 * @param scores of an assignment of {@link #POSSIBLE} points, by points
 * @param missing of missing work
 */
public record Examples(List<Rendered> scores, Rendered missing) {
	/** Two steps of the slider are another example. */
	static final int POSSIBLE = 50;
	/** Whoever is told everything is also told good news. */
	private static final int GOOD = 47;
	private static final Texts TEXTS = Texts.load();
	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * @param language of the person's pushes, BCP 47
	 * @param student the first name; null if the reader is the student
	 * @param assignment a title for it
	 * @param section a title for it
	 */
	static Examples in(String language, @Nullable String student, String assignment, String section) {
		List<Rendered> scores = new ArrayList<>();
		for (int points = 0; points <= POSSIBLE; points++) {
			BigDecimal percent = BigDecimal.valueOf(100L * points / POSSIBLE);
			scores.add(TEXTS.score(language, new ScoreNotice(student, assignment, section, BigDecimal.valueOf(POSSIBLE), null,
					new ScoreValue(BigDecimal.valueOf(points), percent, null, Set.of()))));
		}
		Rendered missing = TEXTS.score(language, new ScoreNotice(student, assignment, section, BigDecimal.valueOf(POSSIBLE), null,
				new ScoreValue(null, null, null, Set.of(Flag.MISSING))));
		return new Examples(List.copyOf(scores), missing);
	}

	/** @return the best that this choice tells of; empty if it tells nothing */
	Optional<Rendered> of(Choice choice) {
		if (!choice.on()) {
			return Optional.empty();
		}
		BigDecimal below = choice.below();
		int points = below == null
				? GOOD
				: below.multiply(BigDecimal.valueOf(POSSIBLE)).divide(BigDecimal.valueOf(100)).setScale(0, RoundingMode.CEILING).intValue()
						- 1;
		return points < 0 ? Optional.empty() : Optional.of(scores.get(points));
	}

	/** @return title and body by points, as JSON for the page's script */
	public String json() {
		return JSON.writeValueAsString(scores.stream().map(text -> List.of(text.title(), text.body())).toList());
	}

	/** @return the number of points that stands for every score */
	public int good() {
		return GOOD;
	}
}
