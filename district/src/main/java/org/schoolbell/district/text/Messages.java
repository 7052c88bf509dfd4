package org.schoolbell.district.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The messages of one language, from its file, in ICU's message format. Immutable, safe for use by several threads. */
public final class Messages {
	/** Families and staff live in the United States and read its numbers: 18.5, not 18,5. */
	private static final Map<String, ULocale> LOCALES = Map.of("es", new ULocale("es_MX"), "ar", new ULocale("ar_US@numbers=latn"));
	private static final String FIRST = "en";
	private static final String ENDING = ".properties";

	private final String tag;
	private final ULocale locale;
	private final Map<String, MessageFormat> messages = new HashMap<>();
	private final Map<String, Set<String>> arguments = new HashMap<>();

	private Messages(String tag, Properties texts) {
		this.tag = tag;
		this.locale = LOCALES.getOrDefault(tag, ULocale.forLanguageTag(tag + "-US"));
		texts.stringPropertyNames().forEach(key -> {
			messages.put(key, new MessageFormat(texts.getProperty(key), locale));
			arguments.put(key, argumentsOf(texts.getProperty(key)));
		});
	}

	/**
	 * @param owner beside whom the files lie
	 * @return the languages that have a file there, BCP 47, English first: to add a language is to add a file
	 */
	public static List<String> tags(Class<?> owner) {
		String folder = owner.getPackageName().replace('.', '/');
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*" + ENDING))
					.map(file -> String.valueOf(file.getFilename())).map(name -> name.substring(0, name.length() - ENDING.length()))
					.distinct()
					.sorted(Comparator.comparing((String tag) -> !tag.equals(FIRST)).thenComparing(Comparator.naturalOrder())).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Reads the file {@code TAG.properties} beside a class.
	 *
	 * @param owner beside whom the file lies
	 * @param tag a language, BCP 47
	 * @throws IllegalStateException if there is no such file
	 * @throws IllegalArgumentException if a message is not well-formed
	 */
	public static Messages load(Class<?> owner, String tag) {
		return new Messages(tag, read(owner, tag, new Properties()));
	}

	/**
	 * The same, and what that file does not say is said by another language's.
	 *
	 * @param fallback the other, BCP 47
	 */
	public static Messages load(Class<?> owner, String tag, String fallback) {
		return new Messages(tag, read(owner, tag, read(owner, fallback, new Properties())));
	}

	private static Properties read(Class<?> owner, String tag, Properties defaults) {
		try (InputStream file = owner.getResourceAsStream(tag + ".properties")) {
			if (file == null) {
				throw new IllegalStateException("There is no file " + tag + ".properties beside " + owner.getName());
			}
			Properties texts = new Properties(defaults);
			try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
				texts.load(reader);
			}
			return texts;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Fills a message in.
	 *
	 * @throws IllegalStateException if there is no such message, or an argument that it names is not given: no reader ever sees a placeholder
	 */
	public String say(String key, Map<String, ?> given) {
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

	/** @return the language, BCP 47 */
	public String tag() {
		return tag;
	}

	/** @return how the language writes numbers, days and times here */
	public ULocale locale() {
		return locale;
	}

	/** @return the keys of all messages */
	public Set<String> keys() {
		return Set.copyOf(messages.keySet());
	}

	/** @return the names that this message wants filled in, none if there is no such message */
	public Set<String> arguments(String key) {
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
