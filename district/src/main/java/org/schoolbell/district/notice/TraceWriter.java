package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

import org.schoolbell.district.decision.Decision.OfPerson;
import org.schoolbell.district.decision.EventVerdict;
import org.schoolbell.district.decision.Verdict;

/** Writes the first round of each event's trace, which names every possible recipient; one row an event, one statement a batch. Thread-safe. */
@Component
class TraceWriter {
	private static final int FIRST_ROUND = 1;

	private final DataSource dataSource;

	TraceWriter(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	void write(List<Decided> batch, Instant now) {
		CopyText rows = new CopyText();
		batch.forEach(decided -> row(rows, decided, now));
		rows.into("notice.trace (student, event, round, at, kind, subject, verdict, rule, until_at, persons, rules, until)", dataSource);
	}

	private static void row(CopyText rows, Decided decided, Instant now) {
		List<OfPerson> people = decided.decision().people();
		rows.number(decided.event().student().value()).id(decided.event().id().value()).number(FIRST_ROUND).moment(now)
				.number(decided.event().kind().code()).id(decided.event().subject().value());
		switch (decided.decision().event()) {
			case EventVerdict.Tell _ -> rows.number(TraceCodes.TELL).nothing();
			case EventVerdict.Drop drop -> rows.number(TraceCodes.DROP).number(drop.rule().code());
		}
		rows.nothing().numbers(people.stream().map(one -> one.person().value()).toList())
				.numbers(people.stream().map(one -> code(one.verdict())).toList()).numbers(List.<Integer>of()).endRow();
	}

	private static int code(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Tell _ -> TraceCodes.NO_RULE;
			case Verdict.InboxOnly inboxOnly -> inboxOnly.rule().code();
			case Verdict.Withhold withhold -> withhold.rule().code();
		};
	}
}
