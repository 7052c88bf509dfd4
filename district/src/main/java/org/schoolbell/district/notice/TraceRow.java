package org.schoolbell.district.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.schoolbell.district.decision.Rule;
import org.schoolbell.district.event.EventId;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.notice.Trace.OfEvent;
import org.schoolbell.district.notice.Trace.OfPerson;
import org.schoolbell.district.notice.Trace.Recipient;
import org.schoolbell.district.notice.Trace.TracedPush;

/** A trace as its table keeps it. */
record TraceRow(EventId event, Kind kind, UUID subject, PersonId student, Instant at, int round, int verdict, Optional<Rule> rule,
		List<PersonId> people, List<Integer> rules) {
	static TraceRow read(ResultSet row) throws SQLException {
		Integer rule = row.getObject("rule", Integer.class);
		List<PersonId> people = new ArrayList<>();
		for (Object person : (Object[]) row.getArray("persons").getArray()) {
			people.add(new PersonId(((Number) person).longValue()));
		}
		List<Integer> rules = new ArrayList<>();
		for (Object code : (Object[]) row.getArray("rules").getArray()) {
			rules.add(((Number) code).intValue());
		}
		return new TraceRow(new EventId(row.getObject("event", UUID.class)), Kind.ofCode(row.getInt("kind")),
				row.getObject("subject", UUID.class),
				new PersonId(row.getLong("student")), row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("round"),
				row.getInt("verdict"), rule == null ? Optional.empty() : Optional.of(Rule.ofCode(rule)), people, rules);
	}

	Trace trace(Map<NoticeId, List<TracedPush>> pushes) {
		OfEvent ofEvent = verdict == TraceCodes.DROP ? OfEvent.DROP : OfEvent.TELL;
		List<Recipient> recipients = new ArrayList<>();
		for (int i = 0; i < people.size(); i++) {
			int code = rules.get(i);
			Optional<Rule> why = code == TraceCodes.NO_RULE ? Optional.empty() : Optional.of(Rule.ofCode(code));
			recipients.add(new Recipient(people.get(i), ofPerson(code), why,
					pushes.getOrDefault(NoticeId.of(event, people.get(i)), List.of())));
		}
		return new Trace(event, kind, subject, student, at, round, ofEvent, rule, recipients);
	}

	/** The last look stops a push and leaves the inbox its line, except where access has ended. */
	private OfPerson ofPerson(int code) {
		if (code == TraceCodes.NO_RULE) {
			return OfPerson.TELL;
		}
		boolean pushOnly = round == 1 ? code >= Rule.PUSH_DISABLED.code() : code != Rule.NO_ACCESS.code();
		return pushOnly ? OfPerson.INBOX_ONLY : OfPerson.WITHHOLD;
	}
}
