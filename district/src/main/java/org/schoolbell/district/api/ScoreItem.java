package org.schoolbell.district.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.gradebook.SaveOutcome;
import org.schoolbell.district.gradebook.ScoreToSave;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonItem;

/** An item of {@code POST /api/v1/scores}. */
final class ScoreItem {
	private static final Set<String> MEMBERS = Set.of("assignment", "student", "points", "percent", "mark", "flags", "scoredAt");

	private ScoreItem() {
	}

	static ScoreToSave read(JsonNode node, String pointer, DistrictZone zone) throws InvalidItem {
		JsonItem item = JsonItem.of(node, pointer, MEMBERS);
		ScoreToSave score = new ScoreToSave(item.sourcedId("assignment"), item.sourcedId("student"), item.decimal("points"),
				item.decimal("percent"), item.text("mark"), item.constants("flags", Flag.class), scoredOn(item, zone), null);
		if (!item.has("points") && !item.has("percent") && !item.has("mark") && !item.has("flags")) {
			throw new InvalidItem(pointer, "must have points, percent, mark or flags; an empty array of flags takes a score back");
		}
		return score;
	}

	static Result result(int index, SaveOutcome outcome) {
		return switch (outcome) {
			case SaveOutcome.Changed changed -> Result.saved(index, changed.event().value());
			case SaveOutcome.Unchanged _ -> Result.unchanged(index);
			case SaveOutcome.Rejected rejected -> Result.invalid(index, "/" + index + "/" + member(rejected.field()), rejected.reason());
		};
	}

	private static String member(SaveOutcome.Field field) {
		return switch (field) {
			case ASSIGNMENT -> "assignment";
			case STUDENT -> "student";
			case POINTS -> "points";
			case PERCENT -> "percent";
			case MARK -> "mark";
			case SCORED_ON -> "scoredAt";
			case SOURCED_ID, COMMENT -> throw new IllegalStateException("An item has no " + field);
		};
	}

	private static @Nullable LocalDate scoredOn(JsonItem item, DistrictZone zone) throws InvalidItem {
		String text = item.text("scoredAt");
		try {
			return text == null ? null : zone.dateOf(OffsetDateTime.parse(text).toInstant());
		} catch (DateTimeParseException e) {
			throw new InvalidItem(item.at("scoredAt"), "must be a moment with its offset, such as 2026-11-24T14:00:00-06:00");
		}
	}
}
