package org.schoolbell.district.oneroster.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.ResultDetails;
import org.schoolbell.district.gradebook.SaveOutcome;
import org.schoolbell.district.gradebook.ScoreToSave;
import org.schoolbell.district.oneroster.ScoreStatus;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonItem;

/** The body of {@code PUT results/{sourcedId}}. What the specification has and we keep nothing of is passed over, as are members that are not its. */
final class ResultBody {
	private static final String RESULT = "/result";
	private static final Map<String, Flag> WORDS = Map.of("incomplete", Flag.INCOMPLETE, "late", Flag.LATE, "missing", Flag.MISSING);
	private static final Map<String, Flag> METADATA = Map.of("cheated", Flag.CHEATED, "dropped", Flag.DROPPED);

	private ResultBody() {
	}

	static ScoreToSave read(JsonNode body, SourcedId name, DistrictZone zone) throws InvalidItem {
		JsonItem result = JsonItem.of(body, "").object("result");
		if (result.has("sourcedId") && !result.sourcedId("sourcedId").equals(name)) {
			throw new InvalidItem(result.at("sourcedId"), "must be that of the address");
		}
		String status = result.text("status");
		if (status != null && !status.equals("active")) {
			throw new InvalidItem(result.at("status"), "must be active");
		}
		String comment = result.text("comment");
		return new ScoreToSave(result.object("lineItem").sourcedId("sourcedId"), result.object("student").sourcedId("sourcedId"),
				result.decimal("score"), null, mark(result), flags(result), scoredOn(result, zone),
				new ResultDetails(name, truth(result, "inProgress"), comment == null ? "" : comment));
	}

	/** @return the place in the body of a mistake that the gradebook found */
	static InvalidItem invalid(SaveOutcome.Rejected rejected) {
		return new InvalidItem(RESULT + switch (rejected.field()) {
			case ASSIGNMENT -> "/lineItem/sourcedId";
			case STUDENT -> "/student/sourcedId";
			case POINTS, PERCENT -> "/score";
			case MARK -> "/textScore";
			case SCORED_ON -> "/scoreDate";
			case SOURCED_ID -> "/sourcedId";
			case COMMENT -> "/comment";
		}, rejected.reason());
	}

	/** An empty text is how many systems write that there is none. */
	private static @Nullable String mark(JsonItem result) throws InvalidItem {
		String mark = result.text("textScore");
		return mark == null || mark.isBlank() ? null : mark;
	}

	private static Set<Flag> flags(JsonItem result) throws InvalidItem {
		Set<Flag> flags = EnumSet.noneOf(Flag.class);
		flags.addAll(scoreStatus(result).flags());
		for (Map.Entry<String, Flag> word : WORDS.entrySet()) {
			if (truth(result, word.getKey())) {
				flags.add(word.getValue());
			}
		}
		if (result.has("metadata")) {
			JsonItem metadata = result.object("metadata");
			for (Map.Entry<String, Flag> word : METADATA.entrySet()) {
				if (truth(metadata, word.getKey())) {
					flags.add(word.getValue());
				}
			}
		}
		return flags;
	}

	private static ScoreStatus scoreStatus(JsonItem result) throws InvalidItem {
		String word = result.text("scoreStatus");
		List<ScoreStatus> known = Arrays.asList(ScoreStatus.values());
		return known.stream().filter(status -> status.word().equals(word)).findAny().orElseThrow(() -> new InvalidItem(
				result.at("scoreStatus"), "must be one of " + String.join(", ", known.stream().map(ScoreStatus::word).toList())));
	}

	private static boolean truth(JsonItem item, String member) throws InvalidItem {
		String word = item.text(member);
		if (word != null && !word.equals("true") && !word.equals("false")) {
			throw new InvalidItem(item.at(member), "must be the string \"true\" or \"false\"");
		}
		return "true".equals(word);
	}

	private static @Nullable LocalDate scoredOn(JsonItem result, DistrictZone zone) throws InvalidItem {
		String text = result.text("scoreDate");
		if (text == null) {
			return null;
		}
		try {
			return text.contains("T") ? zone.dateOf(OffsetDateTime.parse(text).toInstant()) : LocalDate.parse(text);
		} catch (DateTimeException e) {
			throw new InvalidItem(result.at("scoreDate"), "must be a day such as 2026-11-24, or a moment such as 2026-11-24T20:00:00Z");
		}
	}
}
