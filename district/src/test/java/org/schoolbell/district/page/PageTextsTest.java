package org.schoolbell.district.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.schoolbell.district.text.Messages;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word of every page comes from the files of texts, and these hold nothing else. */
class PageTextsTest {
	private static final Path TEMPLATES = Path.of("src/main/jte");
	private static final Path SOURCES = Path.of("src/main/java");
	private static final Path FILES = Path.of("src/main/resources/org/schoolbell/district/page");
	private static final Messages ENGLISH = Messages.load(Languages.class, "en");
	/** Beginnings of the keys of texts that families read. */
	private static final List<String> OF_FAMILIES = List.of("page.", "problem.", "account.username", "account.password", "account.sign-in",
			"account.activate", "account.panel", "account.stay", "account.devices", "kind.", "app.", "offline.", "reach.", "platforms.",
			"promise.", "portal.");
	private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9.-]*)\"");
	/** How templates and controllers ask: {@code t.of("a.key"}, {@code page.t().rich("a.key"}, {@code texts.of("a.key"}. */
	private static final Pattern ASKED = Pattern.compile("(?:\\bt|\\bt\\(\\)|\\btexts)\\.(?:of|rich)\\(\\s*\"([^\"]*)\"");

	@Test
	void everyLanguageHasTheSameTextsWithTheSameValues() {
		assertThat(Languages.COMPLETE).containsExactly("en", "es");
		for (String tag : Languages.TAGS) {
			Messages language = Messages.load(Languages.class, tag);
			assertThat(ENGLISH.keys()).as(tag).containsAll(language.keys());
			language.keys().forEach(key -> assertThat(language.arguments(key)).as(tag + " " + key).isEqualTo(ENGLISH.arguments(key)));
		}
	}

	@Test
	void whatFamiliesReadIsSaidInEveryLanguage() {
		assertThat(Languages.TAGS).startsWith("en").contains("es", "ar");
		for (String tag : Languages.TAGS) {
			Set<String> missing = new TreeSet<>(ENGLISH.keys());
			missing.removeAll(Messages.load(Languages.class, tag).keys());
			missing.removeIf(key -> OF_FAMILIES.stream().noneMatch(key::startsWith));
			assertThat(missing).as(tag).isEmpty();
		}
	}

	/** Of two, the first would be lost without a word. */
	@Test
	void noTextIsThereTwice() {
		for (String tag : Languages.TAGS) {
			Set<String> seen = new HashSet<>();
			List<String> twice = text(FILES.resolve(tag + ".properties")).lines().filter(line -> line.contains(" = "))
					.map(line -> line.substring(0, line.indexOf(" = "))).filter(key -> !seen.add(key)).toList();
			assertThat(twice).as(tag).isEmpty();
		}
	}

	@Test
	void everyTextThatIsAskedForIsThere() {
		List<String> unknown = new ArrayList<>();
		for (Path file : templatesAndSources()) {
			ASKED.matcher(text(file)).results().map(match -> match.group(1)).filter(Predicate.not(PageTextsTest::isThere))
					.forEach(key -> unknown.add(file + ": " + key));
		}
		assertThat(unknown).isEmpty();
	}

	@Test
	void everyTextIsAskedForByItsNameOrByTheBeginningOfIt() {
		Set<String> names = new HashSet<>();
		templatesAndSources().forEach(file -> LITERAL.matcher(text(file)).results().forEach(match -> names.add(match.group(1))));
		Set<String> unused = new TreeSet<>(ENGLISH.keys());
		unused.removeIf(key -> names.contains(key) || names.stream().anyMatch(name -> name.endsWith(".") && key.startsWith(name)));

		assertThat(unused).isEmpty();
	}

	@Test
	void noTemplateHasATextOfItsOwn() {
		List<String> texts = new ArrayList<>();
		files(TEMPLATES, ".jte").forEach(file -> Template.textsIn(text(file)).forEach(text -> texts.add(file + ": " + text)));

		assertThat(texts).isEmpty();
	}

	@Test
	void aTextOfItsOwnIsFoundWhereverItStands() {
		assertThat(Template.textsIn("""
				@import a.B
				@param String x = null
				<%-- Not shown --%>
				!{var t = "no";}
				@template.page.banner(first = "A sentence", tone = Tone.BAD, icon = "tick", content = @`
				<p class="first">${t.of("key", "{")} once@if(x != null)twice@endif &middot; </p>
				`)
				<img alt="a picture" class="word" title="${x}">
				""")).containsExactly("once", "twice", "a picture", "A sentence");
	}

	private static boolean isThere(String key) {
		return ENGLISH.keys().contains(key) || (key.endsWith(".") && ENGLISH.keys().stream().anyMatch(each -> each.startsWith(key)));
	}

	private static List<Path> templatesAndSources() {
		return Stream.concat(files(TEMPLATES, ".jte").stream(), files(SOURCES, ".java").stream()).toList();
	}

	private static List<Path> files(Path below, String ending) {
		try (Stream<Path> files = Files.walk(below)) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
