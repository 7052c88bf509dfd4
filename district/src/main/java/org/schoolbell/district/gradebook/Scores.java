package org.schoolbell.district.gradebook;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.log.ChangeLog;

/**
 * The one door through which scores are saved after a district's first load, one or ten thousand, in a fixed number of statements. Thread-safe, in any
 * number of servers.
 */
@Component
public class Scores {
	private static final ScoreValue NOTHING = new ScoreValue(null, null, null, Set.of());

	private final ScoreChecks checks;
	private final ScoreTable table;
	private final ChangeLog changes;
	private final InstantSource time;
	private final TransactionTemplate transaction;
	private final SecureRandom random = new SecureRandom();

	Scores(ScoreChecks checks, ScoreTable table, ChangeLog changes, InstantSource time, PlatformTransactionManager transactions) {
		this.checks = checks;
		this.table = table;
		this.changes = changes;
		this.time = time;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Saves those of these scores that can be saved, and appends an event for each that is now another, all in one transaction of its own: a process
	 * that dies before its commit has saved nothing. Of several scores of one student on one assignment the last stands, and the others are answered
	 * {@link SaveOutcome.Unchanged}.
	 *
	 * @param scores at most {@link ScoreLimits#BATCH}
	 * @param actor who saves, null for an integration
	 * @param silent whether nobody shall be told
	 * @return the outcomes, in the order of the scores
	 */
	public List<SaveOutcome> save(List<ScoreToSave> scores, @Nullable PersonId actor, boolean silent) {
		return save(scores, (_, _) -> true, actor, silent);
	}

	/** What a writer asks of the version that a score's new value has replaced. */
	@FunctionalInterface
	interface Guard {
		/**
		 * @param index the score's place in the batch
		 * @param replaced the version, {@link ScoreState#NONE} if there was no record
		 * @return whether it may be replaced
		 */
		boolean allows(int index, long replaced);
	}

	/**
	 * Like {@link #save(List, PersonId, boolean)}, if the guard allows it for every score that is written.
	 *
	 * @throws OvertakenException if not: nothing was saved, and the caller's transaction cannot be committed any more
	 */
	List<SaveOutcome> save(List<ScoreToSave> scores, Guard guard, @Nullable PersonId actor, boolean silent) {
		if (scores.size() > ScoreLimits.BATCH) {
			throw new IllegalArgumentException("A batch has at most " + ScoreLimits.BATCH + " scores");
		}
		try {
			return inTransaction(scores, guard, actor, silent);
		} catch (DuplicateKeyException e) {
			// Another writer gave a sourcedId of these to another score just after it was looked up; now that can be seen, and said.
			return inTransaction(scores, guard, actor, silent);
		}
	}

	private List<SaveOutcome> inTransaction(List<ScoreToSave> scores, Guard guard, @Nullable PersonId actor, boolean silent) {
		List<SaveOutcome> outcomes = transaction.execute(_ -> {
			ScoreChecks.Checked checked = checks.check(scores);
			Map<ScoreKey, ScoreTable.Written> written = table.write(checked.rows().values(), actor, time.instant());
			checked.rows().forEach((index, row) -> {
				ScoreTable.Written found = written.get(row.key());
				if (found != null && !guard.allows(index, found.replaced())) {
					throw new OvertakenException();
				}
			});
			return record(checked, written, actor, silent);
		});
		return outcomes == null ? List.of() : outcomes;
	}

	/** Every row is locked by now, so the events of one score stand in the log, and bear times, in the order of its changes. */
	private List<SaveOutcome> record(ScoreChecks.Checked checked, Map<ScoreKey, ScoreTable.Written> written, @Nullable PersonId actor,
			boolean silent) {
		Instant now = time.instant();
		List<ScoreChanged> events = new ArrayList<>();
		List<SaveOutcome> outcomes = new ArrayList<>(checked.outcomes());
		SequencedMap<Integer, ScoreRow> rows = checked.rows();
		rows.forEach((index, row) -> {
			ScoreTable.Written found = written.get(row.key());
			ScoreValue before = found == null ? row.value() : said(found.before());
			ScoreValue after = said(row.value());
			boolean created = found != null && found.before() == null;
			if (found == null || Objects.equals(before, after)) {
				outcomes.set(index, new SaveOutcome.Unchanged(created));
				return;
			}
			EventId id = EventId.at(now, random);
			// What said nothing was perhaps taken back from families, so it is told apart from what was not there.
			ScoreValue known = found.before();
			events.add(new ScoreChanged(id, row.key().student(), row.key().assignment(), known, after, actor, now, silent));
			outcomes.set(index, new SaveOutcome.Changed(id, created));
		});
		changes.append(events);
		return outcomes;
	}

	/** A record that says nothing is, to families, as if it were not there. */
	static @Nullable ScoreValue said(@Nullable ScoreValue value) {
		return NOTHING.equals(value) ? null : value;
	}
}
