package org.schoolbell.district.gradebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.gradebook.SaveOutcome.Field;
import org.schoolbell.district.gradebook.SaveOutcome.Rejected;
import org.schoolbell.district.gradebook.SaveOutcome.Unchanged;
import org.schoolbell.district.roster.Listing;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.Sections;

/** Finds out which scores of a batch can be saved: three statements, and a fourth where writers name their results. */
@Component
class ScoreChecks {
	private final Assignments assignments;
	private final People people;
	private final Sections sections;
	private final ScoreTable table;

	ScoreChecks(Assignments assignments, People people, Sections sections, ScoreTable table) {
		this.assignments = assignments;
		this.people = people;
		this.sections = sections;
		this.table = table;
	}

	/**
	 * @param outcomes of each score: rejected, or not changed so far
	 * @param rows what to write, by place in the batch and in its order; at most one a score
	 */
	record Checked(List<SaveOutcome> outcomes, SequencedMap<Integer, ScoreRow> rows) {}

	/** A score whose assignment and student are known. */
	private record Known(Assignment assignment, PersonId student) {
		Listing listing() {
			return new Listing(assignment.section(), student);
		}
	}

	Checked check(List<ScoreToSave> scores) {
		List<SaveOutcome> outcomes = new ArrayList<>(Collections.nCopies(scores.size(), new Unchanged(false)));
		Map<Integer, Known> known = known(scores, outcomes);
		Set<Listing> listed = sections.everListed(known.values().stream().map(Known::listing).distinct().toList());
		SequencedMap<Integer, ScoreRow> rows = new TreeMap<>();
		Map<ScoreKey, Integer> last = new HashMap<>();
		known.forEach((index, score) -> {
			if (!listed.contains(score.listing())) {
				outcomes.set(index, new Rejected(Field.STUDENT, "was never on the class list of the assignment's section"));
				return;
			}
			ScoreRow row = row(scores.get(index), score);
			rows.put(index, row);
			Integer overtaken = last.put(row.key(), index);
			if (overtaken != null) {
				rows.remove(overtaken);
			}
		});
		rejectTakenNames(rows, outcomes);
		return new Checked(outcomes, rows);
	}

	private Map<Integer, Known> known(List<ScoreToSave> scores, List<SaveOutcome> outcomes) {
		Map<SourcedId, Assignment> byName = assignments.hold(scores.stream().map(ScoreToSave::assignment).distinct().toList());
		Map<SourcedId, PersonId> students = people.idsOf(scores.stream().map(ScoreToSave::student).distinct().toList());
		Map<Integer, Known> known = new TreeMap<>();
		for (int i = 0; i < scores.size(); i++) {
			ScoreToSave score = scores.get(i);
			Assignment assignment = byName.get(score.assignment());
			PersonId student = students.get(score.student());
			Optional<Rejected> wrong = ScoreLimits.check(score);
			if (wrong.isPresent()) {
				outcomes.set(i, wrong.get());
			} else if (assignment == null) {
				outcomes.set(i, new Rejected(Field.ASSIGNMENT, "must be the sourcedId of an assignment (lineItem) of this district"));
			} else if (student == null) {
				outcomes.set(i, new Rejected(Field.STUDENT, "must be the sourcedId of a student of this district"));
			} else {
				known.put(i, new Known(assignment, student));
			}
		}
		return known;
	}

	private static ScoreRow row(ScoreToSave score, Known known) {
		@Nullable
		BigDecimal percent = score.percent() != null
				? score.percent()
				: ScoreLimits.percent(score.points(), known.assignment().points());
		ScoreKey key = new ScoreKey(known.assignment().id(), known.student());
		return new ScoreRow(key, new ScoreValue(score.points(), percent, score.mark(), score.flags()), score.scoredOn(), score.result());
	}

	/** A result keeps its lineItem and student for ever, and they have one result. */
	private void rejectTakenNames(SequencedMap<Integer, ScoreRow> rows, List<SaveOutcome> outcomes) {
		List<ScoreRow> named = rows.values().stream().filter(row -> row.result() != null).toList();
		if (named.isEmpty()) {
			return;
		}
		Map<ScoreKey, String> names = table.names(named);
		Map<String, ScoreKey> owners = new HashMap<>();
		names.forEach((key, name) -> owners.put(name, key));
		rows.entrySet().removeIf(entry -> {
			ScoreRow row = entry.getValue();
			Optional<Rejected> taken = row.result() == null ? Optional.empty() : taken(row, names.get(row.key()), owners);
			taken.ifPresentOrElse(rejected -> outcomes.set(entry.getKey(), rejected), () -> owners.put(row.sourcedId(), row.key()));
			return taken.isPresent();
		});
	}

	private static Optional<Rejected> taken(ScoreRow row, @Nullable String name, Map<String, ScoreKey> owners) {
		ScoreKey owner = owners.get(row.sourcedId());
		boolean foreign = owner == null
				? row.sourcedId().startsWith(ScoreKey.OURS) && !row.sourcedId().equals(row.key().ownName().value())
				: !owner.equals(row.key());
		if (foreign) {
			return Optional
					.of(new Rejected(Field.SOURCED_ID, "belongs to the result of another lineItem or student, which a result keeps"));
		}
		if (name != null && !name.startsWith(ScoreKey.OURS) && !name.equals(row.sourcedId())) {
			return Optional
					.of(new Rejected(Field.SOURCED_ID, "must be that of the result which this student has for this lineItem already"));
		}
		return Optional.empty();
	}
}
