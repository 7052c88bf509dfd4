package org.schoolbell.district.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

import org.schoolbell.district.decision.Decision.OfPerson;
import org.schoolbell.district.decision.EventVerdict;
import org.schoolbell.district.decision.Verdict;

/**
 * Writes the first round of each event's trace, which names every possible recipient, and a second one about those whom it corrects; one statement a batch.
 * Thread-safe.
 */
@Component
class TraceWriter {
	private static final int FIRST_ROUND = 1;
	private static final int OF_CORRECTIONS = 2;

	private final DataSource dataSource;

	TraceWriter(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	void write(List<Decided> batch, List<Correction> corrections, Instant now) {
		CopyText rows = new CopyText();
		batch.forEach(decided -> row(rows, decided, now));
		corrections.stream().collect(Collectors.groupingBy(Correction::decided, LinkedHashMap::new, Collectors.toList()))
				.forEach((decided, all) -> row(rows, decided, all, now));
		rows.into("notice.trace (student, event, round, at, kind, subject, verdict, rule, until_at, persons, rules, until)", dataSource);
	}

	private static void row(CopyText rows, Decided decided, Instant now) {
		List<OfPerson> people = decided.decision().people();
		begin(rows, decided, FIRST_ROUND, now);
		switch (decided.decision().event()) {
			case EventVerdict.Tell _ -> rows.number(TraceCodes.TELL).nothing();
			case EventVerdict.Drop drop -> rows.number(TraceCodes.DROP).number(drop.rule().code());
		}
		end(rows, people.stream().map(one -> one.person().value()).toList(), people.stream().map(one -> code(one.verdict())).toList());
	}

	/** Whatever the event was, those whom it corrects are told; the first round says why they are not told of it as news. */
	private static void row(CopyText rows, Decided decided, List<Correction> corrections, Instant now) {
		begin(rows, decided, OF_CORRECTIONS, now);
		rows.number(TraceCodes.TELL).nothing();
		end(rows, corrections.stream().map(one -> one.person().value()).toList(),
				corrections.stream().map(one -> code(one.verdict())).toList());
	}

	private static void begin(CopyText rows, Decided decided, int round, Instant now) {
		rows.number(decided.event().student().value()).id(decided.event().id().value()).number(round).moment(now)
				.number(decided.event().kind().code()).id(decided.event().subject().value());
	}

	private static void end(CopyText rows, List<Long> people, List<Integer> rules) {
		rows.nothing().numbers(people).numbers(rules).numbers(List.<Integer>of()).endRow();
	}

	private static int code(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Tell _ -> TraceCodes.NO_RULE;
			case Verdict.InboxOnly inboxOnly -> inboxOnly.rule().code();
			case Verdict.Withhold withhold -> withhold.rule().code();
		};
	}
}
