package org.schoolbell.sandbox.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Made-up people's names in many languages and scripts, some 60 characters long. A family's names come from one language. */
final class Names {
	private static final String FILE = "names.txt";
	/** One name in a hundred comes from the list of very long ones. */
	private static final int LONG_ONE_IN = 100;

	private final List<Language> languages;
	private final Language longNames;

	Names() {
		List<Language> read = read();
		this.longNames = read.getLast();
		this.languages = List.copyOf(read.subList(0, read.size() - 1));
	}

	/** @param family what the family's members share: it decides the language */
	String givenName(Draw person, Draw family) {
		Draw draw = person.of("given name");
		return draw.from(source(draw, family).givenNames());
	}

	/**
	 * @param owner
	 *            whose name it is: the family's draw gives the name that its members share
	 */
	String familyName(Draw owner, Draw family) {
		Draw draw = owner.of("family name");
		return draw.from(source(draw, family).familyNames());
	}

	private Language source(Draw draw, Draw family) {
		return draw.of("long").below(LONG_ONE_IN) == 0 ? longNames : language(family);
	}

	private Language language(Draw family) {
		return family.of("language").from(languages);
	}

	/** Pairs of lines: given names, then family names, separated by bars; the last pair holds the very long ones. */
	private static List<Language> read() {
		List<String> lines;
		try (InputStream file = Objects.requireNonNull(Names.class.getResourceAsStream(FILE), FILE)) {
			lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank() && !l.startsWith("#"))
					.toList();
		} catch (IOException e) {
			throw new UncheckedIOException("cannot read " + FILE + " beside " + Names.class.getName(), e);
		}
		List<Language> languages = new ArrayList<>();
		for (int i = 0; i + 1 < lines.size(); i += 2) {
			languages.add(new Language(List.of(lines.get(i).split("\\|", -1)), List.of(lines.get(i + 1).split("\\|", -1))));
		}
		return languages;
	}

	private record Language(List<String> givenNames, List<String> familyNames) {}
}
