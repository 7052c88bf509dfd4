package org.schoolbell.district.text;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.ScoreValue;

/**
 * What there is to say of a score.
 *
 * @param student the student's first name; null when the reader is the student
 * @param assignment its title, as the teacher wrote it
 * @param section its title
 * @param possible points possible; null for an assignment that has marks only
 * @param before what the score said before, null if there was none
 * @param now what it says
 */
public record ScoreNotice(@Nullable String student, String assignment, String section, @Nullable BigDecimal possible,
		@Nullable ScoreValue before,
		ScoreValue now) {}
