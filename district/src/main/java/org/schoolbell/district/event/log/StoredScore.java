package org.schoolbell.district.event.log;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;

/**
 * A score's value as tables keep it, in JSON. Its form outlives releases, so it is apart from the domain's record.
 *
 * @param flags the sum of {@link Flag}'s bits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredScore(@Nullable BigDecimal points, @Nullable BigDecimal percent, @Nullable String mark, int flags) {
	private static final JsonMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

	/** @return the value in the form of tables */
	public static StoredScore of(ScoreValue value) {
		return new StoredScore(value.points(), value.percent(), value.mark(), Flag.toBits(value.flags()));
	}

	/** @return the value in the form of the domain */
	public ScoreValue value() {
		return new ScoreValue(points, percent, mark, Flag.ofBits(flags));
	}

	static @Nullable String write(@Nullable ScoreValue value) {
		return value == null ? null : JSON.writeValueAsString(of(value));
	}

	static @Nullable ScoreValue read(@Nullable String json) {
		return json == null ? null : JSON.readValue(json, StoredScore.class).value();
	}
}
