package org.schoolbell.district.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template's author has written as text: what is left of it without directives, expressions and tags, and what its attributes say to readers. */
final class Template {
	private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
	private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
	/** Key caps, and letters that stand for a flag in every language. */
	private static final Pattern SIGN = Pattern.compile("<(kbd|abbr)[^>]*>[^<]*</\\1>");
	private static final Pattern TAG = Pattern.compile("<[^>]*>");
	private static final Pattern READ_OUT = Pattern
			.compile("\\b(?:alt|title|aria-label|aria-description|placeholder|data-name)=\"([^\"]*)\"");
	private static final Pattern ARGUMENT = Pattern.compile("[(,]\\s*\\w+ = \"([^\"]*)\"");
	private static final Pattern NO_SENTENCE = Pattern.compile("[a-z0-9. -]*");
	private static final Pattern NAME = Pattern.compile("[a-zA-Z.]+");
	private static final List<String> WHOLE_LINES = List.of("import", "param");

	private final String source;
	private final StringBuilder html = new StringBuilder();
	private int at;

	private Template(String source) {
		this.source = source;
	}

	/** @return every piece that should come from the file of texts */
	static List<String> textsIn(String source) {
		Template template = new Template(source);
		template.readHtml();
		String html = SIGN.matcher(ENTITY.matcher(template.html).replaceAll("")).replaceAll("");
		Stream<String> body = TAG.matcher(html).replaceAll("\n").lines();
		Stream<String> attributes = READ_OUT.matcher(html).results().map(match -> match.group(1));
		Stream<String> arguments = ARGUMENT.matcher(source).results().map(match -> match.group(1))
				.filter(value -> !NO_SENTENCE.matcher(value).matches());
		return Stream.of(body, attributes, arguments).flatMap(pieces -> pieces).filter(piece -> LETTERS.matcher(piece).find())
				.map(String::strip).toList();
	}

	/** To the end of the source, or of a block of content within an expression. */
	private void readHtml() {
		while (at < source.length()) {
			char next = source.charAt(at);
			if (source.startsWith("<%--", at)) {
				at = source.indexOf("--%>", at) + "--%>".length();
			} else if (source.startsWith("${", at) || source.startsWith("!{", at)) {
				at++;
				readExpression();
			} else if (next == '@') {
				readDirective();
			} else if (next == '`') {
				return;
			} else {
				html.append(next);
				at++;
			}
		}
	}

	private void readDirective() {
		MatchResult name = NAME.matcher(source).results().filter(match -> match.start() == at + 1).findFirst().orElseThrow();
		at = name.end();
		if (WHOLE_LINES.contains(name.group())) {
			at = source.indexOf('\n', at);
		} else if (at < source.length() && source.charAt(at) == '(') {
			readExpression();
		}
	}

	/** From its opening bracket to behind the closing one. */
	private void readExpression() {
		int depth = 0;
		do {
			char next = source.charAt(at++);
			switch (next) {
				case '(', '{' -> depth++;
				case ')', '}' -> depth--;
				case '"' -> at = source.indexOf('"', at) + 1;
				case '@' -> {
					at++;
					readHtml();
					at++;
				}
				default -> {
					// Java, which says nothing to readers.
				}
			}
		} while (depth > 0);
		html.append('\n');
	}
}
