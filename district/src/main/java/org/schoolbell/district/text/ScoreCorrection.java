package org.schoolbell.district.text;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.ScoreValue;

/**
 * What there is to say to somebody who was told something of a score that is no longer true.
 *
 * @param student the student's first name; null when the reader is the student
 * @param assignment its title, as the teacher wrote it
 * @param section its title
 * @param possible points possible; null for an assignment that has marks only
 * @param before what was told; null if that may not be repeated
 * @param now what the score says; null if there is none any more
 * @param sayable whether what it says now may be said; if not, the correction says only that what was told no longer holds
 */
public record ScoreCorrection(@Nullable String student, String assignment, String section, @Nullable BigDecimal possible,
		@Nullable ScoreValue before, @Nullable ScoreValue now, boolean sayable) {}
