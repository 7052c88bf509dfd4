package org.schoolbell.district.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.ULocale;

/** The messages of one language, from its file, and how it writes numbers. Immutable, safe for use by several threads. */
final class Language {
	/** Families live in the United States and read its numbers: 18.5, not 18,5. */
	private static final Map<String, ULocale> NUMBERS = Map.of("es", new ULocale("es_MX"));

	private final String tag;
	private final Map<String, MessageFormat> messages = new HashMap<>();
	private final Map<String, Set<String>> arguments = new HashMap<>();
	private final LocalizedNumberFormatter points;
	private final LocalizedNumberFormatter percent;

	private Language(String tag, Properties texts) {
		this.tag = tag;
		ULocale locale = NUMBERS.getOrDefault(tag, ULocale.forLanguageTag(tag + "-US"));
		texts.stringPropertyNames().forEach(key -> {
			messages.put(key, new MessageFormat(texts.getProperty(key), locale));
			arguments.put(key, argumentsOf(texts.getProperty(key)));
		});
		// Rounded down, so that 79.96 never reads as the 80 that it is below.
		this.points = NumberFormatter.withLocale(locale).precision(Precision.maxFraction(2)).roundingMode(RoundingMode.DOWN);
		this.percent = NumberFormatter.withLocale(locale).unit(NoUnit.PERCENT).precision(Precision.maxFraction(1))
				.roundingMode(RoundingMode.DOWN);
	}

	static Language load(String tag) {
		try (InputStream file = Language.class.getResourceAsStream(tag + ".properties")) {
			if (file == null) {
				throw new IllegalStateException("There is no file " + tag + ".properties beside " + Language.class.getName());
			}
			Properties texts = new Properties();
			try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
				texts.load(reader);
			}
			return new Language(tag, texts);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Fills a message in.
	 *
	 * @throws IllegalStateException if there is no such message, or an argument that it names is not given: no reader ever sees a placeholder
	 */
	String say(String key, Map<String, ?> given) {
		MessageFormat message = messages.get(key);
		if (message == null) {
			throw new IllegalStateException("The language " + tag + " has no message " + key);
		}
		Set<String> missing = new TreeSet<>(arguments(key));
		missing.removeAll(given.keySet());
		if (!missing.isEmpty()) {
			throw new IllegalStateException("The message " + key + " of the language " + tag + " lacks " + missing);
		}
		// A format is not safe for use by several threads; a copy is cheaper than parsing.
		return message.clone().format(given);
	}

	String points(BigDecimal number) {
		return points.format(number).toString();
	}

	String percent(BigDecimal number) {
		return percent.format(number).toString();
	}

	Set<String> keys() {
		return Set.copyOf(messages.keySet());
	}

	Set<String> arguments(String key) {
		return arguments.getOrDefault(key, Set.of());
	}

	/** All arguments, also those inside a select, which {@link MessageFormat#getArgumentNames} passes over. */
	private static Set<String> argumentsOf(String text) {
		MessagePattern pattern = new MessagePattern(text);
		Set<String> names = new TreeSet<>();
		for (int i = 0; i < pattern.countParts(); i++) {
			if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_NAME) {
				names.add(pattern.getSubstring(pattern.getPart(i)));
			}
		}
		return names;
	}
}
