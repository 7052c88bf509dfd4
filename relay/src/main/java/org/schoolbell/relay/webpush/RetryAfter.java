package org.schoolbell.relay.webpush;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: seconds, or a date of HTTP (RFC 9110, section 10.2.3). */
final class RetryAfter {
	private static final Duration SHORTEST = Duration.ofSeconds(1);
	/** A day is more than any push service asks for; whatever is above is a mistake of somebody's. */
	private static final Duration LONGEST = Duration.ofDays(1);
	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

	private RetryAfter() {
	}

	/** From one second to a day; empty if the header is missing or means nothing. */
	static Optional<Duration> of(@Nullable String header, Instant now) {
		if (header == null) {
			return Optional.empty();
		}
		String text = header.strip();
		if (SECONDS.matcher(text).matches()) {
			return Optional.of(within(Duration.ofSeconds(Long.parseLong(text))));
		}
		try {
			return Optional.of(within(Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())));
		} catch (DateTimeException _) {
			return Optional.empty();
		}
	}

	private static Duration within(Duration asked) {
		return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
	}
}
