package org.schoolbell.district.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Colours and sizes have names, which stand in one place; everything else is made of the names. */
class StyleSheetsTest {
	private static final Path ASSETS = Path.of("src/main/resources/org/schoolbell/district/page/assets");
	private static final Path TEMPLATES = Path.of("src/main/jte");
	private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
	private static final Pattern TOKENS = Pattern.compile("(?s):root[^{]*\\{[^}]*}");
	/** Where a name cannot stand: CSS knows no variables in a query. */
	private static final Pattern QUERY = Pattern.compile("@media[^{]*");
	private static final Pattern COLOUR = Pattern.compile(
			"(?i)#[0-9a-f]{3,8}\\b(?=[^{]*[;}])|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(|:[^;{]*(?<![\\w-])(?:white|black|red|green|blue|gr[ae]y|orange|yellow|purple|navy)\\b(?=[^{;]*;)");
	private static final Pattern SIZE = Pattern.compile("(?<![\\w-])-?(?:\\d+\\.?\\d*|\\.\\d+)(?:px|rem|pt|pc|cm|mm|in|ch|ex|ms|s)\\b");
	private static final Pattern MADE = Pattern.compile("(--[a-z0-9-]+)\\s*:");
	private static final Pattern USED = Pattern.compile("var\\((--[a-z0-9-]+)");

	private final Map<String, String> sheets = new TreeMap<>();

	@BeforeEach
	void read() throws IOException {
		try (Stream<Path> files = Files.list(ASSETS)) {
			for (Path file : files.filter(each -> each.toString().endsWith(".css")).toList()) {
				sheets.put(file.getFileName().toString(), COMMENT.matcher(Files.readString(file)).replaceAll(""));
			}
		}
		assertThat(sheets).containsKey("app.css");
	}

	@Test
	void coloursAndSizesStandInTheRootAlone() {
		List<String> strangers = new ArrayList<>();
		sheets.forEach((name, sheet) -> {
			String rules = QUERY.matcher(TOKENS.matcher(sheet).replaceAll("")).replaceAll("@media ");
			for (Pattern value : List.of(COLOUR, SIZE)) {
				value.matcher(rules).results().forEach(match -> strangers.add(name + ": " + match.group()));
			}
		});
		assertThat(strangers).isEmpty();
	}

	@Test
	void everyNameThatIsUsedIsMade() {
		assertThat(all(MADE)).containsAll(all(USED));
	}

	@Test
	void strangersAreFound() {
		for (String wrong : List.of("a { color: #fff; }", "a { color: rgb(1 2 3); }", "a { color: white; }",
				"a { border: 1px solid red; }")) {
			assertThat(COLOUR.matcher(wrong).find() || SIZE.matcher(wrong).find()).as(wrong).isTrue();
		}
		for (String right : List.of("a { color: var(--red); }", "#add:hover { margin: 0 100% 50dvb; }", ".green { order: 1; }")) {
			assertThat(COLOUR.matcher(right).find() || SIZE.matcher(right).find()).as(right).isFalse();
		}
	}

	/** The content security policy would refuse it without a word to the reader. */
	@Test
	void noTemplateHasAStyleOrAScriptOfItsOwn() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			for (Path file : files.filter(each -> each.toString().endsWith(".jte")).toList()) {
				assertThat(Files.readString(file)).as(file.toString()).doesNotContain("<style", " style=", "javascript:")
						.doesNotContainPattern("<script(?! (?:type=\"module\" )?src=)").doesNotContainPattern("\\son[a-z]+=");
			}
		}
	}

	private Set<String> all(Pattern name) {
		return sheets.values().stream().flatMap(sheet -> name.matcher(sheet).results()).map(match -> match.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
	}
}
