package org.schoolbell.district.decision;

import java.time.Instant;
import java.util.List;

import org.schoolbell.district.event.SchoolEvent;

/**
 * All that a decision depends on.
 *
 * @param event the change; of a fold the last one, with the first one's {@code before}
 * @param overtaken whether a later change of the same subject was folded in with it
 * @param people the possible recipients: the student and every related adult
 * @param pushEnabled the district's switch "Enable Push Notifications"
 * @param now the moment of the decision
 */
public record Facts(SchoolEvent event, boolean overtaken, RecordFacts record, List<PersonFacts> people, boolean pushEnabled, Instant now) {
	public Facts {
		people = List.copyOf(people);
	}
}
