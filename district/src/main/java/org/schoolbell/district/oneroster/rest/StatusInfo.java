package org.schoolbell.district.oneroster.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The specification's {@code imsx_StatusInfo}, at the root of an error's body. */
record StatusInfo(@JsonProperty("imsx_codeMajor") String codeMajor, @JsonProperty("imsx_severity") String severity,
		@JsonProperty("imsx_description") String description, @JsonProperty("imsx_CodeMinor") Codes codeMinor) {
	record Codes(@JsonProperty("imsx_codeMinorField") List<Code> fields) {}

	/** @param name which system answered; ours is always the last of the chain */
	record Code(@JsonProperty("imsx_codeMinorFieldName") String name, @JsonProperty("imsx_codeMinorFieldValue") String value) {}

	static StatusInfo failure(CodeMinor code, String description) {
		return new StatusInfo("failure", "error", description, new Codes(List.of(new Code("TargetEndSystem", code.word()))));
	}
}
