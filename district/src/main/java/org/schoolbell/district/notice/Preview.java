package org.schoolbell.district.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.calendar.DistrictZone;
import org.schoolbell.district.decision.Decision;
import org.schoolbell.district.decision.Verdict;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.Subject;
import org.schoolbell.district.gradebook.RecentScores;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.text.Rendered;

/**
 * What somebody would have been told lately, had a choice held all the time: each score of the student that has changed since, once, with the value of
 * now, decided by the same rules with the facts of now. What was corrected meanwhile counts once, and a change that was marked silent counts too, since a
 * score does not keep that. Nothing is written. Thread-safe.
 */
@Component
public class Preview {
	/** How far it looks back. */
	public static final Duration SPAN = Duration.ofDays(30);

	private final RecentScores scores;
	private final FactsLoader facts;
	private final NoticeTexts texts;
	private final DistrictZone zone;
	private final InstantSource time;

	Preview(RecentScores scores, FactsLoader facts, NoticeTexts texts, DistrictZone zone, InstantSource time) {
		this.scores = scores;
		this.facts = facts;
		this.texts = texts;
		this.zone = zone;
		this.time = time;
	}

	/**
	 * Something that would have been told.
	 *
	 * @param subject what it speaks of
	 * @param on the day at the schools
	 * @param text in the person's language, with the names of now
	 */
	public record Told(Subject subject, LocalDate on, Rendered text) {
		/** Without the text, so that no score gets into a log by accident. */
		@Override
		public String toString() {
			return "Told[" + subject.value() + "]";
		}
	}

	/** @return what would have been told, the latest first; in eleven statements, for one score or a thousand */
	@Transactional(readOnly = true)
	public List<Told> of(Choice choice) {
		Instant now = time.instant();
		Instant since = now.minus(SPAN);
		List<RecentScores.Recent> recent = scores.of(choice.student(), since, zone.dateOf(since));
		if (recent.isEmpty()) {
			return List.of();
		}
		List<ScoreChanged> changes = recent.stream().map(score -> change(score, choice)).toList();
		BatchFacts loaded = facts.load(List.<SchoolEvent>copyOf(changes), now).asIfChosen(choice);
		List<RecentScores.Recent> told = new ArrayList<>();
		List<NoticeLine> lines = new ArrayList<>();
		for (int i = 0; i < changes.size(); i++) {
			ScoreChanged change = changes.get(i);
			if (tells(Decision.decide(loaded.of(change, false)), choice.person())) {
				told.add(recent.get(i));
				lines.add(line(change, loaded, choice));
			}
		}
		return said(told, lines);
	}

	/** In the inbox: whether a phone would have buzzed, too, is a question of devices. */
	private static boolean tells(Decision decision, PersonId person) {
		return decision.people().stream().anyMatch(one -> one.person().equals(person) && !(one.verdict() instanceof Verdict.Withhold));
	}

	private List<Told> said(List<RecentScores.Recent> told, List<NoticeLine> lines) {
		Map<NoticeLine.Key, Rendered> said = texts.of(lines);
		List<Told> all = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			Rendered text = said.get(lines.get(i).key());
			if (text != null) {
				all.add(new Told(new Subject(lines.get(i).subject()), day(told.get(i)), text));
			}
		}
		return all;
	}

	/** As the first that was said of it. It is never kept, so the subject does for its id. */
	private static ScoreChanged change(RecentScores.Recent score, Choice choice) {
		EventId id = new EventId(Subject.ofScore(score.assignment(), choice.student()).value());
		return new ScoreChanged(id, choice.student(), score.assignment(), null, score.value(), score.by().orElse(null), score.at(), false);
	}

	private static NoticeLine line(ScoreChanged change, BatchFacts loaded, Choice choice) {
		String params = ScoreParams.of(change, loaded.possible(change)).write();
		return new NoticeLine(new NoticeLine.Key(choice.person(), change.subject().value()), choice.student(), change.kind(),
				change.subject().value(), params, false);
	}

	private LocalDate day(RecentScores.Recent score) {
		LocalDate changed = zone.dateOf(score.at());
		return score.scoredOn().filter(changed::isAfter).orElse(changed);
	}
}
