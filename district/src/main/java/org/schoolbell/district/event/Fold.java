package org.schoolbell.district.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds undecided changes by subject, so that a family hears what is true now and not each step on the way. */
public final class Fold {
	private Fold() {
	}

	/**
	 * @param inOrder changes in the order of the log; each subject's are in the order in which they happened
	 * @return one for each subject, in the order of the subjects' first changes
	 */
	public static List<Folded> bySubject(List<? extends SchoolEvent> inOrder) {
		Map<Subject, List<SchoolEvent>> subjects = new LinkedHashMap<>();
		for (SchoolEvent event : inOrder) {
			subjects.computeIfAbsent(event.subject(), _ -> new ArrayList<>()).add(event);
		}
		return subjects.values().stream().map(Fold::one).toList();
	}

	private static Folded one(List<SchoolEvent> changes) {
		boolean allSilent = changes.stream().allMatch(SchoolEvent::silent);
		List<SchoolEvent> overtaken = changes.subList(0, changes.size() - 1);
		return new Folded(span(changes.getFirst(), changes.getLast(), allSilent), overtaken);
	}

	private static SchoolEvent span(SchoolEvent first, SchoolEvent last, boolean allSilent) {
		return switch (last) {
			// A subject is of one kind, so the first change is of the last one's type.
			case ScoreChanged score -> score.since((ScoreChanged) first, allSilent);
		};
	}
}
