package org.schoolbell.district.notice;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.event.SchoolEvent;
import org.schoolbell.district.event.ScoreChanged;

/** Writes the inbox's lines of a batch, in one statement. Thread-safe. */
@Component
class InboxWriter {
	private final DataSource dataSource;

	InboxWriter(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/** @return how many lines */
	int write(List<Decided> batch, List<Correction> corrections, BatchFacts facts) {
		CopyText rows = new CopyText();
		int lines = 0;
		for (Decided decided : batch) {
			List<PersonId> told = decided.inInbox();
			if (!told.isEmpty()) {
				String params = params(decided.event(), facts);
				told.forEach(person -> line(rows, person, decided.event(), params));
				lines += told.size();
			}
		}
		for (Correction correction : corrections) {
			SchoolEvent event = correction.decided().event();
			line(rows, correction.person(), event, correctionParams(event, correction.decided().decision().sayable(), facts));
		}
		rows.into("notice.notice (person, id, student, kind, subject, event, params, slot)", dataSource);
		return lines + corrections.size();
	}

	private static void line(CopyText rows, PersonId person, SchoolEvent event, String params) {
		rows.number(person.value()).id(NoticeId.of(event.id(), person).value()).number(event.student().value()).number(event.kind().code())
				.id(event.subject().value()).id(event.id().value()).json(params).id(Slots.of(event)).endRow();
	}

	private static String correctionParams(SchoolEvent event, boolean sayable, BatchFacts facts) {
		return switch (event) {
			case ScoreChanged score -> ScoreParams.ofCorrection(score, facts.possible(score), sayable).write();
		};
	}

	private static String params(SchoolEvent event, BatchFacts facts) {
		return switch (event) {
			case ScoreChanged score -> ScoreParams.of(score, facts.possible(score)).write();
		};
	}
}
