package org.schoolbell.district.event.log;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;

/** A score's value as the log keeps it. Its form outlives releases, so it is apart from the domain's record and from the application's JSON settings. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredScore(@Nullable BigDecimal points, @Nullable BigDecimal percent, @Nullable String mark, int flags) {
	private static final JsonMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

	static @Nullable String write(@Nullable ScoreValue value) {
		if (value == null) {
			return null;
		}
		return JSON.writeValueAsString(new StoredScore(value.points(), value.percent(), value.mark(), Flag.toBits(value.flags())));
	}

	static @Nullable ScoreValue read(@Nullable String json) {
		if (json == null) {
			return null;
		}
		StoredScore stored = JSON.readValue(json, StoredScore.class);
		return new ScoreValue(stored.points, stored.percent, stored.mark, Flag.ofBits(stored.flags));
	}
}
