package org.schoolbell.district.notice;

import org.schoolbell.district.decision.Rule;

/** A row that the last look stopped. */
record Stopped(OutboxRow row, NoticeLine line, Rule rule) {
	PushEnd end() {
		return new PushEnd(row, rule == Rule.TOO_OLD ? PushEnd.How.EXPIRED : PushEnd.How.STOPPED, rule.name());
	}
}
