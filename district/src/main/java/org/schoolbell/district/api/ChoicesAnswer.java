package org.schoolbell.district.api;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Kind;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Chosen;
import org.schoolbell.district.preference.Preset;

/** A person's settings for a student: what {@code GET} answers is what {@code PUT} takes. */
@Schema(name = "Choices")
record ChoicesAnswer(@Schema(description = "what the switches of all kinds are in a word; OWN for any others") Named preset,
		@Schema(description = "by kind; a kind whose records the district does not keep is not there") Map<Kind, OfKind> kinds,
		@Schema(description = "whether the lock screen shows only that there is something to read; for all students of this person") boolean hideDetails,
		@Schema(description = "BCP 47, of pages and pushes, for all students of this person") String language) {
	/** Presets as the API names them. */
	enum Named {
		EVERYTHING, ONLY_WHAT_NEEDS_ME, OFF, OWN;

		static Named of(Chosen chosen) {
			return chosen.preset().map(Named::of).orElse(OWN);
		}

		/** @return what it sets; empty for somebody's own switches */
		Optional<Preset> preset() {
			return switch (this) {
				case EVERYTHING -> Optional.of(Preset.EVERYTHING);
				case ONLY_WHAT_NEEDS_ME -> Optional.of(Preset.ONLY_WHAT_NEEDS_ME);
				case OFF -> Optional.of(Preset.OFF);
				case OWN -> Optional.empty();
			};
		}

		private static Named of(Preset preset) {
			return switch (preset) {
				case EVERYTHING -> EVERYTHING;
				case ONLY_WHAT_NEEDS_ME -> ONLY_WHAT_NEEDS_ME;
				case OFF -> OFF;
			};
		}
	}

	/** What somebody wants to be told of one kind. */
	@Schema(name = "ChoiceOfKind")
	record OfKind(
			@Schema(description = "off: nothing at all, in the inbox neither", requiredMode = Schema.RequiredMode.REQUIRED) boolean on,
			@Schema(description = "percent, 0 to 100: told is what is below it, strictly; null or left out: everything") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal below,
			@Schema(description = "whether missing work is told", requiredMode = Schema.RequiredMode.REQUIRED) boolean missing) {}

	static ChoicesAnswer of(Chosen chosen) {
		Choice scores = chosen.assignments();
		Map<Kind, OfKind> kinds = new EnumMap<>(Kind.class);
		kinds.put(scores.kind(), new OfKind(scores.on(), scores.below(), scores.missing()));
		return new ChoicesAnswer(Named.of(chosen), kinds, chosen.hidesDetails(), chosen.language().toLanguageTag());
	}
}
