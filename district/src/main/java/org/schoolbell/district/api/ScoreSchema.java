package org.schoolbell.district.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;

/** How {@link ScoreItem} is described to those who call; it is never made. */
@Schema(name = "Score")
record ScoreSchema(
		@Schema(description = "sourcedId of the assignment (OneRoster's lineItem)", requiredMode = Schema.RequiredMode.REQUIRED) String assignment,
		@Schema(description = "sourcedId of the student, who is or was on the class list of the assignment's section", requiredMode = Schema.RequiredMode.REQUIRED) String student,
		@Schema(description = "points earned, 0 to 1,000,000; may exceed the maximum") @Nullable BigDecimal points,
		@Schema(description = "0 to 1,000; without it, points of the points possible") @Nullable BigDecimal percent,
		@Schema(description = "a letter or word of the grade scale, at most 40 characters") @Nullable String mark,
		@Nullable List<Flag> flags,
		@Schema(description = "moment of scoring, with its offset") @Nullable OffsetDateTime scoredAt) {}
