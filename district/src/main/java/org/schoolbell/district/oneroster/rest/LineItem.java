package org.schoolbell.district.oneroster.rest;

import java.math.BigDecimal;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A lineItem in the shape of the specification. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineItem(String sourcedId, String status, String dateLastModified, Map<String, String> metadata, String title,
		@Nullable String description, String assignDate, String dueDate, @Nullable @JsonProperty("class") Reference section,
		@Nullable Reference school, @Nullable Reference category, @Nullable Reference gradingPeriod, @Nullable Reference academicSession,
		@Nullable BigDecimal resultValueMin, @Nullable BigDecimal resultValueMax) {}
