package org.schoolbell.district.notice;

import org.schoolbell.district.decision.Verdict;
import org.schoolbell.district.event.PersonId;

/**
 * What somebody gets who was told what is no longer true.
 *
 * @param verdict told, or told in the inbox only
 */
record Correction(PersonId person, Decided decided, Verdict verdict) {}
