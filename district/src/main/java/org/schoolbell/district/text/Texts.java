package org.schoolbell.district.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.event.ScoreValue;

/**
 * What notices say, in each family's language. Immutable, safe for use by several threads. A text is made as late as possible, so that it says
 * what is true then; it never has an unfilled placeholder and never a comment of a teacher.
 */
public final class Texts {
	/** What a language without a file of its own gets. */
	public static final String FALLBACK = "en";
	private static final Set<String> TAGS = Set.of(FALLBACK, "es");
	private static final int LONGEST_TITLE = 60;
	private static final int LONGEST_NAME = 20;
	private static final int LONGEST_SECTION = 50;
	private static final int SHORTEST_ASSIGNMENT = 8;

	private final Map<String, Language> languages = new LinkedHashMap<>();

	private Texts() {
		TAGS.forEach(tag -> languages.put(tag, Language.load(tag)));
	}

	/** @return the texts of all languages that have a file */
	public static Texts load() {
		return new Texts();
	}

	/** @return BCP 47 tags of the languages that have a file */
	public Set<String> tags() {
		return TAGS;
	}

	/**
	 * @param tag BCP 47; a language without a file reads English
	 * @param notice what there is to say
	 * @return title and body
	 */
	public Rendered score(String tag, ScoreNotice notice) {
		Language language = language(tag);
		return new Rendered(title(language, notice), body(language, notice));
	}

	Language language(String tag) {
		String base = tag.split("[-_]", 2)[0];
		return languages.containsKey(base) ? languages.get(base) : language(FALLBACK);
	}

	private static String title(Language language, ScoreNotice notice) {
		String full = title(language, notice, notice.assignment());
		if (full.length() <= LONGEST_TITLE) {
			return full;
		}
		int room = LONGEST_TITLE - (full.length() - Excerpt.isolated(notice.assignment().strip()).length());
		// Isolates are two characters of their own.
		return title(language, notice, Excerpt.shortened(notice.assignment(), Math.max(SHORTEST_ASSIGNMENT, room - 2)));
	}

	private static String title(Language language, ScoreNotice notice, String assignment) {
		String name = notice.student();
		Map<String, Object> arguments = new HashMap<>(values(language, notice.now(), notice.possible()));
		arguments.put("own", Boolean.toString(name == null));
		arguments.put("name", name == null ? "" : Excerpt.isolated(Excerpt.shortened(name, LONGEST_NAME)));
		arguments.put("assignment", Excerpt.isolated(assignment.strip()));
		return language.say(ScoreForm.of(notice.now(), notice.possible()).key(), arguments);
	}

	private static String body(Language language, ScoreNotice notice) {
		ScoreValue now = notice.now();
		ScoreForm form = ScoreForm.of(now, notice.possible());
		Map<String, Object> arguments = new HashMap<>(values(language, now, notice.possible()));
		arguments.put("section", Excerpt.isolated(Excerpt.shortened(notice.section(), LONGEST_SECTION)));
		StringBuilder body = new StringBuilder(language.say(form.bodyKey(now, notice.possible()), arguments));
		for (Flag flag : form.flagsToAdd(now)) {
			body.append(' ').append(language.say("score.flag." + flag.name().toLowerCase(Locale.ROOT), Map.of()));
		}
		ScoreValue before = notice.before();
		if (before != null) {
			ScoreForm.of(before, notice.possible()).valueKey().map(key -> language.say(key, values(language, before, notice.possible())))
					.ifPresent(was -> body.append(' ').append(language.say("score.was", Map.of("was", was))));
		}
		return body.toString();
	}

	private static Map<String, Object> values(Language language, ScoreValue value, @Nullable BigDecimal possible) {
		Map<String, Object> values = new HashMap<>();
		BigDecimal points = value.points();
		if (points != null) {
			values.put("points", language.points(points));
			values.put("count", points);
		}
		if (possible != null) {
			values.put("possible", language.points(possible));
		}
		BigDecimal percent = value.percent();
		if (percent != null) {
			values.put("percent", language.percent(percent));
		}
		String mark = value.mark();
		if (mark != null) {
			values.put("mark", Excerpt.isolated(Excerpt.shortened(mark, LONGEST_NAME)));
		}
		return values;
	}
}
