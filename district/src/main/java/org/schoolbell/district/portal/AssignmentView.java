package org.schoolbell.district.portal;

import org.jspecify.annotations.Nullable;

/**
 * What the template of one assignment is given.
 *
 * @param due the day with its weekday
 * @param scoredAt since when the score says so; null without a score
 */
public record AssignmentView(WorkView shown, String due, @Nullable Moment scoredAt) {}
