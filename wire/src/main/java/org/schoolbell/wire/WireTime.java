package org.schoolbell.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Pattern;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Moments and durations in one ISO-8601 form each; Jackson's own readers take numbers and much else, which the schemas do not. */
final class WireTime {
	private static final Pattern INSTANT = Pattern
			.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");
	/** Days and smaller, at least one part, none negative. */
	private static final Pattern DURATION = Pattern.compile(
			"P(?=.*[0-9])([0-9]{1,9}D)?(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?");

	private WireTime() {
	}

	static JacksonModule module() {
		return new SimpleModule("wire-time")
				.addDeserializer(Instant.class,
						new TextReader<>(Instant.class, INSTANT, "a moment looks like 2026-11-24T14:03:22.481Z, in UTC", Instant::parse))
				.addDeserializer(Duration.class,
						new TextReader<>(Duration.class, DURATION, "a duration looks like PT10M, in days and smaller", Duration::parse));
	}

	private static final class TextReader<T> extends StdDeserializer<T> {
		private final Pattern pattern;
		private final String rule;
		private final Function<String, T> parse;

		TextReader(Class<T> type, Pattern pattern, String rule, Function<String, T> parse) {
			super(type);
			this.pattern = pattern;
			this.rule = rule;
			this.parse = parse;
		}

		@Override
		public T deserialize(JsonParser parser, DeserializationContext context) {
			String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
			try {
				Rules.matches(pattern, text, rule);
				return parse.apply(text);
			} catch (IllegalArgumentException | DateTimeException _) {
				throw context.instantiationException(handledType(), new IllegalArgumentException(rule));
			}
		}
	}
}
