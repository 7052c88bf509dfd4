package org.schoolbell.district.oneroster.rest;

import java.math.BigDecimal;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A result in the shape of the specification.
 *
 * @param inProgress as all of its kind "true" or "false"
 */
@Schema(name = "OneRosterResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(String sourcedId, String status, String dateLastModified, Map<String, String> metadata, Reference lineItem,
		@Nullable Reference student, @Nullable @JsonProperty("class") Reference section, String scoreStatus, @Nullable BigDecimal score,
		@Nullable String textScore, String scoreDate, @Nullable String comment, String inProgress, String incomplete, String late,
		String missing) {
	/** Without the score, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "Result[" + sourcedId + "]";
	}
}
