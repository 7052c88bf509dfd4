package org.schoolbell.district.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

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
	private static final List<String> TAGS = Messages.tags(Texts.class);
	private static final int LONGEST_TITLE = 60;
	private static final int LONGEST_NAME = 20;
	/** A correction says so first, and has that much less room. */
	private static final int LONGEST_CORRECTED_NAME = 10;
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
	public List<String> tags() {
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

	/**
	 * @param tag BCP 47; a language without a file reads English
	 * @param correction what there is to say
	 * @return title and body
	 */
	public Rendered correction(String tag, ScoreCorrection correction) {
		Language language = language(tag);
		CorrectionForm form = CorrectionForm.of(correction);
		return new Rendered(title(language, correction, form), body(language, correction, form));
	}

	/**
	 * What a lock screen shows of any notice to those who hide details: that there is one.
	 *
	 * @param tag BCP 47; a language without a file reads English
	 */
	public Rendered hidden(String tag) {
		Language language = language(tag);
		return new Rendered(language.say("hidden.title", Map.of()), language.say("hidden.body", Map.of()));
	}

	/** @return the language that somebody reads who chose this one: itself without its region, English where it has no file */
	public String read(String tag) {
		String base = tag.split("[-_]", 2)[0];
		return languages.containsKey(base) ? base : FALLBACK;
	}

	Language language(String tag) {
		return Objects.requireNonNull(languages.get(read(tag)));
	}

	private static String title(Language language, ScoreNotice notice) {
		return fitted(language, notice.assignment(), assignment -> title(language, notice, assignment, LONGEST_NAME));
	}

	private static String title(Language language, ScoreNotice notice, String assignment, int longestName) {
		Map<String, Object> arguments = about(language, notice.student(), assignment, longestName);
		arguments.putAll(values(language, notice.now(), notice.possible(), longestName));
		return language.say(ScoreForm.of(notice.now(), notice.possible()).key(), arguments);
	}

	private static String title(Language language, ScoreCorrection correction, CorrectionForm form) {
		ScoreValue now = correction.now();
		return fitted(language, correction.assignment(), assignment -> {
			Map<String, Object> arguments = about(language, correction.student(), assignment, LONGEST_CORRECTED_NAME);
			String text = form == CorrectionForm.VALUE && now != null
					? title(language, notice(correction, now), assignment, LONGEST_CORRECTED_NAME)
					: language.say(form.key(), arguments);
			return language.say(CorrectionForm.VALUE.key(), Map.of("text", text));
		});
	}

	/** @return the title with the assignment's title in it, shortened where it would get too long */
	private static String fitted(Language language, String assignment, UnaryOperator<String> title) {
		String full = title.apply(assignment);
		if (full.length() <= LONGEST_TITLE) {
			return full;
		}
		int room = LONGEST_TITLE - (full.length() - language.isolated(assignment.strip()).length());
		// Isolates are two characters of their own.
		return title.apply(Excerpt.shortened(assignment, Math.max(SHORTEST_ASSIGNMENT, room - 2)));
	}

	private static Map<String, Object> about(Language language, @Nullable String student, String assignment, int longestName) {
		Map<String, Object> arguments = new HashMap<>();
		arguments.put("own", Boolean.toString(student == null));
		arguments.put("name", student == null ? "" : language.isolated(Excerpt.shortened(student, longestName)));
		arguments.put("assignment", language.isolated(assignment.strip()));
		return arguments;
	}

	private static ScoreNotice notice(ScoreCorrection correction, ScoreValue now) {
		return new ScoreNotice(correction.student(), correction.assignment(), correction.section(), correction.possible(),
				correction.before(), now);
	}

	private static String body(Language language, ScoreNotice notice) {
		ScoreValue now = notice.now();
		ScoreForm form = ScoreForm.of(now, notice.possible());
		Map<String, Object> arguments = new HashMap<>(values(language, now, notice.possible(), LONGEST_NAME));
		arguments.put("section", section(language, notice.section()));
		StringBuilder body = new StringBuilder(language.say(form.bodyKey(now, notice.possible()), arguments));
		for (Flag flag : form.flagsToAdd(now)) {
			body.append(' ').append(language.say("score.flag." + flag.name().toLowerCase(Locale.ROOT), Map.of()));
		}
		return body.append(was(language, notice.before(), notice.possible())).toString();
	}

	private static String body(Language language, ScoreCorrection correction, CorrectionForm form) {
		ScoreValue now = correction.now();
		if (form == CorrectionForm.VALUE && now != null) {
			return body(language, notice(correction, now));
		}
		String body = language.say(form.bodyKey(), Map.of("section", section(language, correction.section())));
		return form == CorrectionForm.UNSAYABLE ? body : body + was(language, correction.before(), correction.possible());
	}

	private static String section(Language language, String title) {
		return language.isolated(Excerpt.shortened(title, LONGEST_SECTION));
	}

	/** @return a blank and what it was, or nothing */
	private static String was(Language language, @Nullable ScoreValue before, @Nullable BigDecimal possible) {
		if (before == null) {
			return "";
		}
		return ScoreForm.of(before, possible).valueKey().map(key -> language.say(key, values(language, before, possible, LONGEST_NAME)))
				.map(was -> " " + language.say("score.was", Map.of("was", was))).orElse("");
	}

	private static Map<String, Object> values(Language language, ScoreValue value, @Nullable BigDecimal possible, int longestMark) {
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
			values.put("mark", language.isolated(Excerpt.shortened(mark, longestMark)));
		}
		return values;
	}
}
