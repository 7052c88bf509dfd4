package org.schoolbell.district.gradebook;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.calendar.Calendars;
import org.schoolbell.district.calendar.Term;
import org.schoolbell.district.calendar.TermId;
import org.schoolbell.district.event.AssignmentId;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.ScoreValue;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.event.log.ChangeLog;
import org.schoolbell.district.roster.TaughtSection;

/**
 * New and changed assignments of a gradebook. Showing a hidden one is news of each of its scores; hiding it, other points possible or another due date are
 * no news, and take back what was not told yet. Whether the teacher may do so is asked before. Thread-safe, in any number of servers.
 */
@Component
public class AssignmentEdits {
	private final AssignmentTable table;
	private final ScoreTable scores;
	private final Assignments assignments;
	private final ChangeLog changes;
	private final Calendars calendars;
	private final Reach reach;
	private final InstantSource time;
	private final SecureRandom random = new SecureRandom();

	AssignmentEdits(AssignmentTable table, ScoreTable scores, Assignments assignments, ChangeLog changes, Calendars calendars, Reach reach,
			InstantSource time) {
		this.table = table;
		this.scores = scores;
		this.assignments = assignments;
		this.changes = changes;
		this.calendars = calendars;
		this.reach = reach;
		this.time = time;
	}

	/**
	 * An assignment as a teacher finds it, to change it.
	 *
	 * @param seen when it was changed last: whoever saves says what was seen
	 */
	public record Found(AssignmentId id, SourcedId sourcedId, AssignmentDraft draft, Instant seen) {}

	/** What became of a change. */
	public sealed interface Outcome {
		/** It is as the teacher wants it, from now on or already. */
		record Saved() implements Outcome {}

		/** Nothing was saved, since somebody changed it after the teacher saw it. */
		record Overtaken(Found now) implements Outcome {}

		/** Nothing was saved, since the section has no such assignment in use. */
		record Gone() implements Outcome {}
	}

	/**
	 * Saves a new assignment, once, however often it is sent.
	 *
	 * @param form made for the form that was filled in, another for each
	 */
	@Transactional
	public void create(TaughtSection section, UUID form, AssignmentDraft draft) {
		table.insert(new SourcedId(ScoreKey.OURS + form), section.id(), draft, term(section, draft.due()), now());
	}

	/** @return the assignment, if the section has it in use */
	@Transactional(readOnly = true)
	public Optional<Found> find(TaughtSection section, SourcedId assignment) {
		return table.find(section.id(), assignment);
	}

	/**
	 * Saves a change and the events that follow from it, in one transaction.
	 *
	 * @param seen when the assignment was changed last, as far as the teacher saw
	 * @param silent whether nobody shall be told of scores that it shows
	 */
	@Transactional
	public Outcome change(TaughtSection section, SourcedId assignment, AssignmentDraft draft, Instant seen, PersonId teacher,
			boolean silent) {
		Found before = table.lock(section.id(), assignment).orElse(null);
		if (before == null) {
			return new Outcome.Gone();
		}
		if (before.draft().equals(draft)) {
			return new Outcome.Saved();
		}
		if (!before.seen().equals(seen)) {
			return new Outcome.Overtaken(before);
		}
		Optional<TermId> term = before.draft().due().equals(draft.due()) ? table.termOf(before.id()) : term(section, draft.due());
		table.update(before.id(), draft, term, now());
		follow(before, draft, teacher, silent);
		return new Outcome.Saved();
	}

	/** @return whom a loud save of this would tell now, none if it shows nothing that was hidden; nothing is saved */
	@Transactional(readOnly = true)
	public Reach.People preview(Found before, AssignmentDraft draft, PersonId teacher) {
		Assignment now = Objects.requireNonNull(assignments.byId(List.of(before.id())).get(before.id()));
		Assignment then = new Assignment(now.id(), now.sourcedId(), now.section(), draft.title(), now.term(), draft.due(),
				Optional.ofNullable(draft.points()), draft.shown(), draft.counts(), now.active());
		return reach.of(news(before, draft, scores.statesOf(List.of(before.id())), teacher, false), List.of(then));
	}

	/** The scores are locked first: who saves one meanwhile waits, or had saved it, and then we see it. */
	private void follow(Found before, AssignmentDraft draft, PersonId teacher, boolean silent) {
		AssignmentDraft was = before.draft();
		boolean othersPoints = !was.hasPointsOf(draft);
		Map<ScoreKey, ScoreState> locked = scores.lock(before.id());
		if (othersPoints) {
			scores.percents(before.id(), was.points(), draft.points());
			locked = scores.lock(before.id());
		}
		List<ScoreChanged> events = new ArrayList<>();
		if (was.shown() && (!draft.shown() || othersPoints || !was.due().equals(draft.due()))) {
			changes.undecided(before.id()).forEach(pending -> events.add(back(pending, teacher)));
		}
		events.addAll(news(before, draft, locked, teacher, silent));
		changes.append(events);
	}

	/** @return a change that takes this one back, silently: if it is decided alone, since the other was decided just now, it must not be news either */
	private ScoreChanged back(ScoreChanged pending, PersonId teacher) {
		Instant now = time.instant();
		return new ScoreChanged(EventId.at(now, random), pending.student(), pending.assignment(), /* before= */ pending.after(),
				/* after= */ pending.before(), teacher, now, true);
	}

	/** @return a change for each score of an assignment that was hidden and is shown: to families there was none before */
	private List<ScoreChanged> news(Found before, AssignmentDraft draft, Map<ScoreKey, ScoreState> states, PersonId teacher,
			boolean silent) {
		if (before.draft().shown() || !draft.shown()) {
			return List.of();
		}
		Instant now = time.instant();
		List<ScoreChanged> news = new ArrayList<>();
		states.forEach((key, state) -> {
			ScoreValue value = Scores.said(state.value());
			if (value != null) {
				news.add(new ScoreChanged(EventId.at(now, random), key.student(), before.id(), null, value, teacher, now, silent));
			}
		});
		return news;
	}

	/** @return the shortest term of the section that holds the day */
	private Optional<TermId> term(TaughtSection section, LocalDate due) {
		return calendars.within(section.terms()).stream().filter(term -> term.holds(due))
				.min(Comparator.comparingLong(Term::days)).map(Term::id);
	}

	/** As exact as the database keeps it. */
	private Instant now() {
		return time.instant().truncatedTo(ChronoUnit.MICROS);
	}
}
