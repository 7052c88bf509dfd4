package org.schoolbell.district.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.ScoreChanged;
import org.schoolbell.district.event.Scores;
import org.schoolbell.district.notice.Trace.OfEvent;
import org.schoolbell.district.notice.Trace.OfPerson;
import org.schoolbell.district.notice.Trace.PushState;
import org.schoolbell.district.notice.Trace.Recipient;
import org.schoolbell.district.preference.Languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class ReadersTest {
	private final NoticeFixture school = new NoticeFixture(Inbox.class, Traces.class, TracedPushes.class, NoticeTexts.class,
			FamilyInbox.class,
			ReadMarks.class);
	private final Inbox inbox = school.district.get(Inbox.class);
	private final FamilyInbox family = school.district.get(FamilyInbox.class);
	private final ReadMarks marks = school.district.get(ReadMarks.class);
	private final Traces traces = school.district.get(Traces.class);

	@AfterEach
	void close() {
		school.close();
	}

	@Test
	void eachReadsTheLatestInTheirOwnLanguageAndAnOldValueIsMarked() {
		school.district.get(Languages.class).save(Map.of(school.ben, Locale.of("es")));
		ScoreChanged eighteen = school.score(null, Scores.of20(18));
		school.decide(eighteen);
		assertThat(lines(school.ana)).extracting(InboxLine::title, InboxLine::body)
				.containsExactly(tuple("Maya: 18 of 20 on Unit 3 Quiz", "90% in Algebra I."));
		assertThat(lines(school.maya)).extracting(InboxLine::title).containsExactly("18 of 20 on Unit 3 Quiz");
		assertThat(lines(school.ben)).isEmpty();

		school.decide(school.score(Scores.of20(18), Scores.of20(12)));
		assertThat(lines(school.ana)).extracting(InboxLine::title).containsExactly("Maya: 12 of 20 on Unit 3 Quiz");
		assertThat(lines(school.ben)).extracting(InboxLine::title).containsExactly("Maya: 12 de 20 en Unit 3 Quiz");

		school.decide(school.score(Scores.of20(12), Scores.of20(19)));
		assertThat(lines(school.ben)).singleElement().satisfies(line -> assertThat(line.correctedAt()).isPresent());
		assertThat(lines(school.ana)).singleElement().satisfies(line -> assertThat(line.correctedAt()).isEmpty());
	}

	@Test
	void aStudentsLinesLeaveTheInboxWhenAccessEnds() {
		school.decide(school.score(null, Scores.of20(12)));
		assertThat(lines(school.ana)).hasSize(1);

		school.records.run("UPDATE roster.guardianship SET portal = false WHERE guardian = ?", school.ana.value());

		assertThat(lines(school.ana)).isEmpty();
		assertThat(lines(school.ben)).hasSize(1);
	}

	@Test
	void pagesFollowEachOtherNewestFirst() {
		for (int i = 0; i < 5; i++) {
			school.decide(school.score(school.maya,
					school.records.assignment("Nr " + i, school.records.active(), LocalDate.of(2026, 11, 20)), null,
					Scores.of20(i), false));
		}

		InboxPage first = inbox.page(school.ana, Optional.empty(), Optional.empty(), 3);
		InboxPage second = inbox.page(school.ana, Optional.empty(), first.next(), 3);
		assertThat(first.lines()).extracting(InboxLine::title).containsExactly("Maya: 4 of 20 on Nr 4", "Maya: 3 of 20 on Nr 3",
				"Maya: 2 of 20 on Nr 2");
		assertThat(second.lines()).extracting(InboxLine::title).containsExactly("Maya: 1 of 20 on Nr 1", "Maya: 0 of 20 on Nr 0");
		assertThat(second.next()).isEmpty();
		assertThat(inbox.page(school.ana, Optional.of(first.lines().getLast().at()), Optional.empty(), 9).lines()).isEqualTo(first.lines());

		TracePage traced = traces.page(ofMaya(), Optional.empty(), 3);
		TracePage rest = traces.page(ofMaya(), traced.next().map(next -> TracePage.Cursor.parse(next.toString())), 3);
		assertThat(traced.traces()).hasSize(3);
		assertThat(rest.traces()).hasSize(2);
		assertThat(rest.next()).isEmpty();
	}

	@Test
	void aTraceSaysWhyForEveryPossibleRecipientAndWhatBecameOfPushes() {
		ScoreChanged eighteen = school.score(null, Scores.of20(18));
		school.decide(eighteen);

		Trace trace = traces.page(ofMaya(), Optional.empty(), 10).traces().getFirst();
		assertThat(trace.event()).isEqualTo(eighteen.id());
		assertThat(trace.verdict()).isEqualTo(OfEvent.TELL);
		assertThat(trace.recipients()).extracting(Recipient::person, Recipient::verdict, recipient -> recipient.rule().orElse(null))
				.containsExactlyInAnyOrder(tuple(school.maya, OfPerson.TELL, null),
						tuple(school.ana, OfPerson.TELL, null),
						tuple(school.ben, OfPerson.WITHHOLD, Rule.ABOVE_THRESHOLD),
						tuple(school.rosa, OfPerson.WITHHOLD, Rule.NO_ACCESS),
						tuple(school.carla, OfPerson.INBOX_ONLY, Rule.NO_DEVICE));
		assertThat(states(trace, school.ana)).containsExactly(PushState.WAITING);
		assertThat(states(trace, school.carla)).isEmpty();

		school.decide(school.score(Scores.of20(18), null));
		List<Trace> both = traces.page(ofMaya(), Optional.empty(), 10).traces();
		assertThat(both.getFirst().verdict()).isEqualTo(OfEvent.DROP);
		assertThat(both.getFirst().rule()).contains(Rule.NOT_COUNTED);
		assertThat(both.getFirst().recipients()).extracting(Recipient::verdict).containsOnly(OfPerson.WITHHOLD);
		assertThat(states(both.getLast(), school.ana)).containsExactly(PushState.OVERTAKEN);
	}

	@Test
	void tracesAreFoundByPersonEventAndTheSchoolsDay() {
		ScoreChanged eighteen = school.score(null, Scores.of20(18));
		school.decide(eighteen);

		assertThat(found(new TraceFilter(Optional.empty(), Optional.empty(), Optional.of(school.rosa), Optional.empty()))).isEqualTo(1);
		assertThat(found(new TraceFilter(Optional.empty(), Optional.empty(), Optional.of(new PersonId(-1)), Optional.empty()))).isZero();
		assertThat(found(new TraceFilter(Optional.of(school.maya), Optional.of(eighteen.id()), Optional.empty(), Optional.empty())))
				.isEqualTo(1);
		assertThat(found(onDay(LocalDate.of(2026, 11, 24)))).isEqualTo(1);
		assertThat(found(onDay(LocalDate.of(2026, 11, 25)))).isZero();
	}

	private static TraceFilter onDay(LocalDate day) {
		return new TraceFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(day));
	}

	private int found(TraceFilter filter) {
		return traces.page(filter, Optional.empty(), 10).traces().size();
	}

	private TraceFilter ofMaya() {
		return new TraceFilter(Optional.of(school.maya), Optional.empty(), Optional.empty(), Optional.empty());
	}

	private static List<PushState> states(Trace trace, PersonId person) {
		return trace.recipients().stream().filter(recipient -> recipient.person().equals(person))
				.flatMap(recipient -> recipient.pushes().stream())
				.map(Trace.TracedPush::outcome).toList();
	}

	@Test
	void aFamilyReadsInTheLanguageOfThePageAndWhatWasToldBeforeInSixStatements() {
		school.decide(school.score(null, Scores.of20(18)));
		for (int points = 17; points > 10; points--) {
			school.decide(school.score(Scores.of20(points + 1), Scores.of20(points)));
			school.tap.reset();
			FamilyPage page = family.page(InboxQuery.newest(school.ana, Set.of(school.maya), 10, "es"));

			assertThat(school.tap.count()).isEqualTo(6);
			assertThat(page.lines()).singleElement().satisfies(told -> assertThat(told.earlier()).isNotEmpty());
			assertThat(page.lines().getFirst().latest().title()).isEqualTo("Maya: " + points + " de 20 en Unit 3 Quiz");
			assertThat(page.lines().getFirst().earlier().getFirst().title()).isEqualTo("Maya: " + (points + 1) + " de 20 en Unit 3 Quiz");
		}
		assertThat(family.page(InboxQuery.newest(school.ana, Set.of(), 10, "en")).lines()).isEmpty();
	}

	@Test
	void aSubjectCountsOnceUntilItIsReadAndANewValueIsUnreadAgain() {
		Set<PersonId> students = Set.of(school.maya);
		school.decide(school.score(null, Scores.of20(18)));
		school.decide(school.score(Scores.of20(18), Scores.of20(12)));
		assertThat(marks.unread(school.ana, students)).isEqualTo(1);
		assertThat(marks.unread(school.ana, Set.of())).isZero();

		marks.read(school.ben, lines(school.ana).getFirst().id());
		assertThat(marks.unread(school.ana, students)).isEqualTo(1);
		marks.read(school.ana, lines(school.ana).getFirst().id());
		assertThat(marks.unread(school.ana, students)).isZero();
		assertThat(lines(school.ana).getFirst().readAt()).isPresent();

		NoticeId seen = lines(school.ana).getFirst().id();
		school.decide(school.score(Scores.of20(12), Scores.of20(14)));
		marks.readAll(school.ana, students, seen);
		assertThat(marks.unread(school.ana, students)).isEqualTo(1);
		marks.readAll(school.ana, students, lines(school.ana).getFirst().id());
		school.tap.reset();
		assertThat(marks.unread(school.ana, students)).isZero();
		assertThat(school.tap.count()).isEqualTo(1);
	}

	private List<InboxLine> lines(PersonId person) {
		return inbox.page(person, Optional.empty(), Optional.empty(), 100).lines();
	}
}
