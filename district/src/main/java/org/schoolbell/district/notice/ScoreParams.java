package org.schoolbell.district.notice;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.log.StoredScore;

/**
 * What a notice keeps of a score: ids and values. Names are looked up when it is rendered, so that they are those of then.
 *
 * @param possible the assignment's points possible at the decision
 * @param now what it says; of a correction null if there is none any more, or it may not be said
 * @param was what was told before, if it was another
 * @param corrects null for news
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoreParams(long assignment, @Nullable BigDecimal possible, @Nullable StoredScore now, @Nullable StoredScore was,
		@Nullable Corrects corrects) {
	/** What a correction says. Its names are in tables. */
	enum Corrects {
		/** What the score says now, or that there is none any more. */
		NOW,
		/** Only that what was told no longer holds. */
		UNSAID
	}

	/** The table takes 512; PostgreSQL writes a space after each colon and comma, of which there are fewer than this leaves room for. */
	private static final int MOST_BYTES = 470;
	private static final int SHORT_MARK = 20;
	private static final int LONG_NUMBER = 20;
	private static final JsonMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

	/** @throws IllegalArgumentException if there is no score to tell of */
	static ScoreParams of(ScoreChanged event, @Nullable BigDecimal possible) {
		ScoreValue now = event.newsAfter().orElseThrow(() -> new IllegalArgumentException("A removed score is told to nobody"));
		return new ScoreParams(event.assignment().value(), possible, StoredScore.of(now), was(event), null);
	}

	/** @param sayable whether what the score says now may be said */
	static ScoreParams ofCorrection(ScoreChanged event, @Nullable BigDecimal possible, boolean sayable) {
		long assignment = event.assignment().value();
		return sayable
				? new ScoreParams(assignment, possible, event.newsAfter().map(StoredScore::of).orElse(null), was(event), Corrects.NOW)
				: new ScoreParams(assignment, null, null, null, Corrects.UNSAID);
	}

	private static @Nullable StoredScore was(ScoreChanged event) {
		return event.newsBefore().map(StoredScore::of).orElse(null);
	}

	static ScoreParams read(String json) {
		return JSON.readValue(json, ScoreParams.class);
	}

	AssignmentId assignmentId() {
		return new AssignmentId(assignment);
	}

	/** @return JSON that the table takes: beyond its size, the earlier value goes first, then what no family could read anyway is cut */
	String write() {
		String all = JSON.writeValueAsString(this);
		if (fits(all)) {
			return all;
		}
		String withoutWas = JSON.writeValueAsString(new ScoreParams(assignment, possible, now, null, corrects));
		return fits(withoutWas)
				? withoutWas
				: JSON.writeValueAsString(
						new ScoreParams(assignment, readable(possible), now == null ? null : readable(now), null, corrects));
	}

	private static boolean fits(String json) {
		return json.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
	}

	private static StoredScore readable(StoredScore score) {
		String mark = score.mark();
		String cut = mark == null || mark.codePointCount(0, mark.length()) <= SHORT_MARK
				? mark
				: mark.substring(0, mark.offsetByCodePoints(0, SHORT_MARK));
		return new StoredScore(readable(score.points()), readable(score.percent()), cut, score.flags());
	}

	private static @Nullable BigDecimal readable(@Nullable BigDecimal number) {
		return number == null || number.toPlainString().length() > LONG_NUMBER ? null : number;
	}
}
