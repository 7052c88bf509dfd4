package org.schoolbell.district.notice;

import java.util.UUID;

import org.schoolbell.district.decision.Decision.OfPerson;
import org.schoolbell.district.event.PersonId;

/** Somebody who is not told of a change of something that they may have been told of before. */
record Untold(Decided decided, OfPerson answer) {
	/** One person's place for one subject, in the inbox and on each phone. */
	record Place(PersonId person, UUID slot) {}

	Place place() {
		return new Place(answer.person(), Slots.of(decided.event()));
	}
}
