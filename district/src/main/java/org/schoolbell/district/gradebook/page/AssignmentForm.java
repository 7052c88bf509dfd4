package org.schoolbell.district.gradebook.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.gradebook.AssignmentDraft;
import org.schoolbell.district.gradebook.ScoreLimits;

/**
 * An assignment as it stands in the form, right or wrong.
 *
 * @param category the number of a category, empty for none
 * @param due ISO 8601, as browsers send it
 * @param points empty where only a mark is given
 */
public record AssignmentForm(String title, String category, String due, String points, boolean shown, boolean counts) {
	private static final int MOST_DECIMALS = 4;
	private static final int MOST_CHARACTERS = 20;

	/** What the form's fields may say. */
	record Limits(Set<Long> categories, LocalDate first, LocalDate last) {}

	/** What came of a form: the draft, or the key of a text for each field that is wrong. */
	record Read(@Nullable AssignmentDraft draft, Map<String, String> errors) {}

	static AssignmentForm empty(LocalDate due) {
		return new AssignmentForm("", "", due.toString(), "", true, true);
	}

	static AssignmentForm of(AssignmentDraft draft) {
		return new AssignmentForm(draft.title(), draft.category() == null ? "" : draft.category().toString(), draft.due().toString(),
				draft.points() == null ? "" : draft.points().toPlainString(), draft.shown(), draft.counts());
	}

	static AssignmentForm of(Map<String, String> fields) {
		return new AssignmentForm(text(fields, "title"), text(fields, "category"), text(fields, "due"), text(fields, "points"),
				fields.containsKey("shown"), fields.containsKey("counts"));
	}

	Read read(Limits limits) {
		Map<String, String> errors = new LinkedHashMap<>();
		if (title.isEmpty() || title.length() > AssignmentDraft.LONGEST_TITLE || title.chars().anyMatch(ScoreLimits::isControl)) {
			errors.put("title", "gradebook.form.title.error");
		}
		Long chosen = category.matches("[0-9]{1,18}") ? Long.valueOf(category) : null;
		if (!category.isEmpty() && (chosen == null || !limits.categories.contains(chosen))) {
			errors.put("category", "gradebook.form.category.error");
		}
		LocalDate day = day();
		if (day == null || day.isBefore(limits.first) || day.isAfter(limits.last)) {
			errors.put("due", "gradebook.form.due.error");
		}
		BigDecimal possible = number();
		if (!points.isEmpty() && possible == null) {
			errors.put("points", "gradebook.form.points.error");
		}
		return errors.isEmpty()
				? new Read(new AssignmentDraft(title, chosen, Objects.requireNonNull(day), possible, shown, counts), errors)
				: new Read(null, errors);
	}

	private @Nullable LocalDate day() {
		try {
			return LocalDate.parse(due);
		} catch (DateTimeException e) {
			return null;
		}
	}

	private @Nullable BigDecimal number() {
		BigDecimal number = points.length() > MOST_CHARACTERS ? null : ScoreLimits.typed(points).orElse(null);
		return number != null && number.scale() <= MOST_DECIMALS && number.compareTo(ScoreLimits.MOST_POINTS) <= 0 ? number : null;
	}

	private static String text(Map<String, String> fields, String name) {
		return fields.getOrDefault(name, "").strip();
	}
}
