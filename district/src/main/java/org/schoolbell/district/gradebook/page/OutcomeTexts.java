package org.schoolbell.district.gradebook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.gradebook.EditOutcome;
import org.schoolbell.district.gradebook.Reach;
import org.schoolbell.district.gradebook.ScoreEdit;
import org.schoolbell.district.gradebook.ScoreState;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Person;

/** Says in the teacher's language what became of cells. Thread-safe. */
@Component
class OutcomeTexts {
	private final Pages pages;
	private final People people;

	OutcomeTexts(Pages pages, People people) {
		this.pages = pages;
		this.people = people;
	}

	List<EditAnswer> answers(List<ScoreEdit> edits, List<EditOutcome> outcomes, HttpServletRequest request) {
		Texts t = pages.texts(request);
		Map<PersonId, Person> others = others(outcomes);
		List<EditAnswer> answers = new ArrayList<>();
		for (int i = 0; i < edits.size(); i++) {
			answers.add(answer(t, edits.get(i), outcomes.get(i), others));
		}
		return answers;
	}

	String reach(int scores, Reach.People reached, HttpServletRequest request) {
		return pages.texts(request).of("gradebook.reach", "scores", scores, "people", reached.told());
	}

	String onPhone(Reach.People reached, HttpServletRequest request) {
		return pages.texts(request).of("gradebook.reach.phone", "people", reached.onPhone());
	}

	private static EditAnswer answer(Texts t, ScoreEdit edit, EditOutcome outcome, Map<PersonId, Person> others) {
		return switch (outcome) {
			case EditOutcome.Saved(ScoreState now) -> new EditAnswer("saved", Shown.of(now), null);
			case EditOutcome.Refused(EditOutcome.Why why) -> new EditAnswer("refused", null,
					t.of("gradebook.refused." + why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
			case EditOutcome.MoreThanPossible more -> new EditAnswer("more", null,
					t.of("gradebook.more", "typed", typed(edit), "possible", more.possible().stripTrailingZeros().toPlainString()));
			case EditOutcome.Overtaken(ScoreState theirs) -> new EditAnswer("overtaken", Shown.of(theirs), overtaken(t, theirs, others));
		};
	}

	private static String overtaken(Texts t, @Nullable ScoreState theirs, Map<PersonId, Person> others) {
		if (theirs == null) {
			return t.of("gradebook.overtaken.removed");
		}
		Person other = theirs.by() == null ? null : others.get(theirs.by());
		return other == null
				? t.of("gradebook.overtaken.system", "time", t.time(theirs.at()))
				: t.of("gradebook.overtaken", "name", other.firstName() + " " + other.familyName(), "time", t.time(theirs.at()));
	}

	private static String typed(ScoreEdit edit) {
		return Objects.requireNonNullElse(edit.entry(), "").strip();
	}

	private Map<PersonId, Person> others(List<EditOutcome> outcomes) {
		Set<PersonId> ids = outcomes.stream()
				.map(outcome -> outcome instanceof EditOutcome.Overtaken(ScoreState theirs) && theirs != null ? theirs.by() : null)
				.filter(Objects::nonNull).collect(Collectors.toSet());
		return ids.isEmpty() ? Map.of() : people.byId(ids);
	}
}
