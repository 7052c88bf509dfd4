package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.notice.Trace.OfPerson;
import org.schoolbell.district.notice.Trace.TracedPush;

/** Answers a person's own question: why did I get this? From the traces, and never with what became of it for anybody else. Thread-safe. */
@Component
public class Whys {
	/** Rounds of one event; there are rarely more than three. */
	private static final int MOST_ROUNDS = 100;

	private final Traces traces;

	Whys(Traces traces) {
		this.traces = traces;
	}

	/**
	 * What became of one notice for its person.
	 *
	 * @param decisions in order; empty where traces of that day are not kept any more
	 */
	public record Why(List<Decision> decisions, List<TracedPush> pushes) {
		public Why {
			decisions = List.copyOf(decisions);
			pushes = List.copyOf(pushes);
		}
	}

	/** @param rule what kept it off the phone, or off this person altogether; empty if nothing did */
	public record Decision(Instant at, OfPerson verdict, Optional<Rule> rule) {}

	/** @return what the traces say of this line for this person alone */
	@Transactional(readOnly = true)
	public Why of(PersonId person, OwnLine line) {
		List<Decision> decisions = new ArrayList<>();
		List<TracedPush> pushes = new ArrayList<>();
		TraceFilter own = new TraceFilter(Optional.of(line.student()), Optional.of(line.event()), Optional.of(person), Optional.empty());
		for (Trace trace : traces.page(own, Optional.empty(), MOST_ROUNDS).traces()) {
			trace.recipients().stream().filter(recipient -> recipient.person().equals(person)).forEach(recipient -> {
				decisions.add(new Decision(trace.at(), recipient.verdict(), recipient.rule()));
				if (pushes.isEmpty()) {
					pushes.addAll(recipient.pushes());
				}
			});
		}
		return new Why(decisions, pushes);
	}
}
