package org.schoolbell.district.event.log;

import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.Fold;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;

/** Where records report what changed, in the transaction that changed them: both commit, or neither. Thread-safe. */
@Component
public class ChangeLog {
	private final JdbcClient jdbc;
	private final Wake wake = new Wake();

	ChangeLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Appends the events in this order, in one statement. Call it after the records' rows are locked by their own change: then two changes of one
	 * subject, on any servers, stand in the log in the order in which they happened.
	 *
	 * <p>Whoever waits on {@link #wake()} is woken once the caller's transaction has committed. A process that dies between loses the signal, not
	 * the change, which the next poll finds.
	 *
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(List<? extends SchoolEvent> events) {
		if (events.isEmpty()) {
			return;
		}
		List<ChangeRow> rows = events.stream().map(ChangeRow::of).toList();
		jdbc.sql("""
				INSERT INTO event.change (lane, id, root, kind, subject, record, before, after, actor, at, silent)
				SELECT lane, id::uuid, root, kind, subject::uuid, record, before::jsonb, after::jsonb, actor, at, silent
				FROM unnest(?::smallint[], ?::text[], ?::bigint[], ?::smallint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
						?::timestamptz[], ?::boolean[])
						WITH ORDINALITY AS c(lane, id, root, kind, subject, record, before, after, actor, at, silent, place)
				ORDER BY place
				""").params(columns(rows)).update();
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				wake.signal();
			}
		});
	}

	/**
	 * What of these scores is not decided yet. It looks through the whole log, which is short as long as the decider keeps up.
	 *
	 * @return each student's undecided changes folded, without those that come to nothing
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<ScoreChanged> undecided(AssignmentId assignment) {
		List<ScoreChanged> changes = jdbc.sql("""
				SELECT id, root, kind, record, before, after, actor, at, silent FROM event.change WHERE kind = ? AND record = ? ORDER BY lane, seq
				""").param(Kind.ASSIGNMENTS.code()).param(assignment.value()).query((row, _) -> ChangeRow.read(row)).list().stream()
				.map(event -> switch (event) {
					case ScoreChanged score -> score;
				}).toList();
		return Fold.bySubject(changes).stream().map(folded -> switch (folded.event()) {
			case ScoreChanged score -> score;
		}).filter(score -> !score.withdrawn()).toList();
	}

	/** @return what is signalled after each commit of a change in this process */
	public Wake wake() {
		return wake;
	}

	private static List<Object> columns(List<ChangeRow> rows) {
		List<SchoolEvent> events = rows.stream().map(ChangeRow::event).toList();
		return List.of(events.stream().map(event -> (short) Lane.of(event).number()).toArray(Short[]::new),
				events.stream().map(event -> event.id().value().toString()).toArray(String[]::new),
				events.stream().mapToLong(event -> event.student().value()).toArray(),
				events.stream().map(event -> (short) event.kind().code()).toArray(Short[]::new),
				events.stream().map(event -> event.subject().value().toString()).toArray(String[]::new),
				rows.stream().mapToLong(ChangeRow::record).toArray(),
				rows.stream().map(ChangeRow::before).toArray(String[]::new),
				rows.stream().map(ChangeRow::after).toArray(String[]::new),
				events.stream().map(event -> number(event.actor())).toArray(Long[]::new),
				events.stream().map(event -> event.at().atOffset(ZoneOffset.UTC).toString()).toArray(String[]::new),
				events.stream().map(SchoolEvent::silent).toArray(Boolean[]::new));
	}

	private static @Nullable Long number(@Nullable PersonId person) {
		return person == null ? null : person.value();
	}
}
