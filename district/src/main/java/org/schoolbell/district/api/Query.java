package org.schoolbell.district.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.ScoreLimits;
import org.schoolbell.district.web.Refusal;

/** Understands the parameters of an address. What is not as it must be is refused with 400 and what would be right. */
final class Query {
	/** Entries of one answer, if the caller names no limit. */
	static final String LIMIT = "100";
	private static final int MOST = 1_000;
	private static final Instant FIRST_MOMENT = ScoreLimits.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
	private static final Instant AFTER_LAST = ScoreLimits.DAY_AFTER_LAST.atStartOfDay(ZoneOffset.UTC).toInstant();

	private Query() {
	}

	/** Refuses a parameter that the address does not have: a name that is mistyped would be as if nothing were asked. */
	static void knows(HttpServletRequest request, String... names) {
		List<String> known = List.of(names);
		request.getParameterMap().keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
			throw new Refusal(HttpStatus.BAD_REQUEST,
					"The parameter " + name + " is not known here; what is known: " + String.join(", ", known) + ". Nothing was changed.");
		});
	}

	static boolean truth(String name, String value) {
		return switch (value) {
			case "true" -> true;
			case "false" -> false;
			default -> throw wrong(name, "true or false");
		};
	}

	static int limit(String value) {
		try {
			int limit = Integer.parseInt(value);
			if (limit >= 1 && limit <= MOST) {
				return limit;
			}
		} catch (NumberFormatException e) {
			// answered below
		}
		throw wrong("limit", "a whole number from 1 to " + MOST);
	}

	static Optional<SourcedId> sourcedId(String name, @Nullable String value) {
		if (value != null && !SourcedId.isValid(value)) {
			throw wrong(name, "a sourcedId");
		}
		return Optional.ofNullable(value).map(SourcedId::new);
	}

	static Optional<UUID> uuid(String name, @Nullable String value) {
		try {
			return Optional.ofNullable(value).map(UUID::fromString);
		} catch (IllegalArgumentException e) {
			throw wrong(name, "a UUID");
		}
	}

	static Optional<Instant> moment(String name, @Nullable String value) {
		try {
			Optional<Instant> moment = Optional.ofNullable(value).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
			if (moment.stream().allMatch(given -> !given.isBefore(FIRST_MOMENT) && given.isBefore(AFTER_LAST))) {
				return moment;
			}
		} catch (DateTimeParseException e) {
			// answered below
		}
		throw wrong(name, "a moment such as 2026-11-24T20:00:00Z, from " + FIRST_MOMENT + " on, and before " + AFTER_LAST);
	}

	static Optional<LocalDate> day(String name, @Nullable String value) {
		try {
			Optional<LocalDate> day = Optional.ofNullable(value).map(LocalDate::parse);
			if (day.stream().allMatch(ScoreLimits::isDay)) {
				return day;
			}
		} catch (DateTimeParseException e) {
			// answered below
		}
		throw wrong(name,
				"a day such as 2026-11-24, from " + ScoreLimits.FIRST_DAY + " on, and before " + ScoreLimits.DAY_AFTER_LAST);
	}

	static Refusal wrong(String name, String right) {
		return new Refusal(HttpStatus.BAD_REQUEST, "The parameter " + name + " must be " + right + ".");
	}
}
