package org.schoolbell.district.gradebook;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.roster.People;
import org.schoolbell.district.roster.SectionId;

/**
 * Saves what a teacher changed in a gradebook, where the scores are those that the teacher saw. It may be sent again and again, after an answer was lost:
 * it is saved once, however often it arrives and whatever other teachers did meanwhile, since no version of a score comes back. Whether the teacher may do
 * so is asked before. Thread-safe, in any number of servers.
 */
@Component
public class ScoreEdits {
	/** Edits that are saved at once. */
	public static final int MOST = 2_000;
	/** Each attempt but the last has met another writer within its own milliseconds. */
	private static final int ATTEMPTS = 10;

	private final Scores scores;
	private final ScoreTable table;
	private final Assignments assignments;
	private final People people;
	private final Reach reach;
	private final InstantSource time;
	private final TransactionTemplate transaction;
	private final SecureRandom random = new SecureRandom();

	ScoreEdits(Scores scores, ScoreTable table, Assignments assignments, People people, Reach reach, InstantSource time,
			PlatformTransactionManager transactions) {
		this.scores = scores;
		this.table = table;
		this.assignments = assignments;
		this.people = people;
		this.reach = reach;
		this.time = time;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Saves those of these edits that can be saved, in one transaction: a process that dies before its commit has saved nothing.
	 *
	 * @param edits of cells of this section, at most {@link #MOST} and one a cell
	 * @param teacher who saves
	 * @param silent whether nobody shall be told
	 * @return the outcomes, in the order of the edits
	 */
	public List<EditOutcome> save(SectionId section, List<ScoreEdit> edits, PersonId teacher, boolean silent) {
		check(edits);
		for (int attempt = 1;; attempt++) {
			try {
				return Objects.requireNonNull(transaction.execute(_ -> attempt(section, edits, teacher, silent)));
			} catch (OvertakenException | DuplicateKeyException e) {
				// Another writer was there between our look and our write; the next look sees what they wrote.
				if (attempt == ATTEMPTS) {
					throw e;
				}
			}
		}
	}

	/** @return whom a loud save of these edits would tell now; nothing is saved */
	public Reach.People preview(SectionId section, List<ScoreEdit> edits, PersonId teacher) {
		check(edits);
		Instant now = time.instant();
		List<ScoreChanged> changes = new ArrayList<>();
		for (EditPlan plan : plans(section, edits, assignments.bySourcedId(names(edits)))) {
			if (plan instanceof EditPlan.Save save) {
				changes.add(new ScoreChanged(EventId.at(now, random), save.key().student(), save.key().assignment(),
						Scores.said(save.before()), Scores.said(save.after()), teacher, now, false));
			}
		}
		return reach.of(changes, List.of());
	}

	private static void check(List<ScoreEdit> edits) {
		record Cell(SourcedId assignment, SourcedId student) {}
		Set<Cell> cells = new HashSet<>();
		edits.forEach(edit -> cells.add(new Cell(edit.assignment(), edit.student())));
		if (edits.size() > MOST || cells.size() < edits.size()) {
			throw new IllegalArgumentException("At most " + MOST + " edits are saved at once, and one of a cell");
		}
	}

	private List<EditOutcome> attempt(SectionId section, List<ScoreEdit> edits, PersonId teacher, boolean silent) {
		// Held, so that nobody gives them other points possible between the percents that are planned here and their writing.
		List<EditPlan> plans = plans(section, edits, assignments.hold(names(edits)));
		Map<Integer, EditPlan.Save> saves = new TreeMap<>();
		for (int i = 0; i < plans.size(); i++) {
			if (plans.get(i) instanceof EditPlan.Save save) {
				saves.put(i, save);
			}
		}
		Map<Integer, EditOutcome> saved = saves.isEmpty() ? Map.of() : write(edits, saves, teacher, silent);
		List<EditOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < plans.size(); i++) {
			outcomes.add(switch (plans.get(i)) {
				case EditPlan.Settled(EditOutcome outcome) -> outcome;
				case EditPlan.Save _ -> Objects.requireNonNull(saved.get(i));
			});
		}
		return outcomes;
	}

	private Map<Integer, EditOutcome> write(List<ScoreEdit> edits, Map<Integer, EditPlan.Save> saves, PersonId teacher, boolean silent) {
		List<Integer> places = List.copyOf(saves.keySet());
		List<SaveOutcome> outcomes = scores.save(saves.values().stream().map(EditPlan.Save::score).toList(),
				(index, replaced) -> replaced == edits.get(places.get(index)).seen(), teacher, silent);
		// The rows are locked now, so this is what we have written.
		Map<ScoreKey, ScoreState> states = table.states(saves.values().stream().map(EditPlan.Save::key).toList());
		Map<Integer, EditOutcome> saved = new TreeMap<>();
		for (int i = 0; i < places.size(); i++) {
			EditPlan.Save save = Objects.requireNonNull(saves.get(places.get(i)));
			saved.put(places.get(i), outcome(outcomes.get(i), states.get(save.key())));
		}
		return saved;
	}

	private static EditOutcome outcome(SaveOutcome outcome, @Nullable ScoreState now) {
		return switch (outcome) {
			case SaveOutcome.Changed _,SaveOutcome.Unchanged _ -> new EditOutcome.Saved(now);
			case SaveOutcome.Rejected rejected -> new EditOutcome.Refused(switch (rejected.field()) {
				case STUDENT -> EditOutcome.Why.NO_STUDENT;
				case ASSIGNMENT -> EditOutcome.Why.NO_ASSIGNMENT;
				case MARK -> EditOutcome.Why.MARK_TOO_LONG;
				case POINTS, PERCENT, SCORED_ON, SOURCED_ID, COMMENT -> EditOutcome.Why.TOO_LARGE;
			});
		};
	}

	private static List<SourcedId> names(List<ScoreEdit> edits) {
		return edits.stream().map(ScoreEdit::assignment).distinct().toList();
	}

	private List<EditPlan> plans(SectionId section, List<ScoreEdit> edits, Map<SourcedId, Assignment> known) {
		Map<SourcedId, PersonId> students = people.idsOf(edits.stream().map(ScoreEdit::student).distinct().toList());
		Map<ScoreKey, ScoreState> states = states(edits, known, students);
		List<EditPlan> plans = new ArrayList<>();
		for (ScoreEdit edit : edits) {
			Assignment assignment = known.get(edit.assignment());
			PersonId student = students.get(edit.student());
			if (assignment == null || !assignment.section().equals(section) || !assignment.active()) {
				plans.add(new EditPlan.Settled(new EditOutcome.Refused(EditOutcome.Why.NO_ASSIGNMENT)));
			} else if (student == null) {
				plans.add(new EditPlan.Settled(new EditOutcome.Refused(EditOutcome.Why.NO_STUDENT)));
			} else {
				ScoreKey key = new ScoreKey(assignment.id(), student);
				plans.add(EditPlan.of(edit, key, assignment, states.get(key)));
			}
		}
		return plans;
	}

	private Map<ScoreKey, ScoreState> states(List<ScoreEdit> edits, Map<SourcedId, Assignment> known, Map<SourcedId, PersonId> students) {
		List<ScoreKey> keys = new ArrayList<>();
		for (ScoreEdit edit : edits) {
			Assignment assignment = known.get(edit.assignment());
			PersonId student = students.get(edit.student());
			if (assignment != null && student != null) {
				keys.add(new ScoreKey(assignment.id(), student));
			}
		}
		return table.states(keys);
	}
}
