package org.schoolbell.district.api;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.notice.Trace;
import org.schoolbell.district.notice.TracePage;

/**
 * A page of traces.
 *
 * @param next give it as {@code after} for the next page; null on the last
 */
record TracesAnswer(List<Round> traces, @Nullable String next) {
	/** One round of what became of an event. */
	record Round(UUID event, Kind kind, UUID subject, @Nullable String student, Instant at, int round, Trace.OfEvent verdict,
			@Nullable Rule rule,
			List<Recipient> recipients) {}

	/** What became of it for one possible recipient. */
	record Recipient(@Nullable String person, Trace.OfPerson verdict, @Nullable Rule rule, List<Push> pushes) {}

	/** @param id what the provider saw */
	record Push(UUID id, String device, Trace.PushState outcome) {}

	static TracesAnswer of(TracePage page, Identities identities) {
		Set<PersonId> people = new HashSet<>();
		page.traces().forEach(trace -> {
			people.add(trace.student());
			trace.recipients().forEach(recipient -> people.add(recipient.person()));
		});
		Map<PersonId, SourcedId> names = identities.names(people);
		return new TracesAnswer(page.traces().stream().map(trace -> round(trace, names)).toList(),
				page.next().map(TracePage.Cursor::toString).orElse(null));
	}

	private static Round round(Trace trace, Map<PersonId, SourcedId> names) {
		return new Round(trace.event().value(), trace.kind(), trace.subject(), name(names, trace.student()), trace.at(), trace.round(),
				trace.verdict(), orNull(trace.rule()), trace.recipients().stream().map(recipient -> recipient(recipient, names)).toList());
	}

	private static Recipient recipient(Trace.Recipient recipient, Map<PersonId, SourcedId> names) {
		return new Recipient(name(names, recipient.person()), recipient.verdict(), orNull(recipient.rule()), recipient.pushes().stream()
				.map(push -> new Push(push.id(), Long.toString(push.device().value()), push.outcome())).toList());
	}

	private static @Nullable Rule orNull(Optional<Rule> rule) {
		return rule.orElse(null);
	}

	private static @Nullable String name(Map<PersonId, SourcedId> names, PersonId person) {
		SourcedId name = names.get(person);
		return name == null ? null : name.value();
	}
}
