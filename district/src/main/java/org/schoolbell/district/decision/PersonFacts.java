package org.schoolbell.district.decision;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.PersonId;

/**
 * What holds for one possible recipient, for this student and kind, at the moment of the decision.
 *
 * @param access an enabled portal account and, for a guardian, a current relationship with the portal flag
 * @param toolShown the Display Options show the kind's tool for the record's calendar, in the portal in which this person reads
 * @param kindOn the person's switch for the kind
 * @param missingOn the person's switch for missing work
 * @param below the person's threshold in percent, null without one
 * @param reachable a device with push on and a live Stay Logged In session
 */
public record PersonFacts(PersonId person, boolean access, boolean toolShown, boolean kindOn, boolean missingOn,
		@Nullable BigDecimal below, boolean reachable) {}
