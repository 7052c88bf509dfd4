package org.schoolbell.district.roster;

/**
 * The answer to a {@link Place}.
 *
 * @param enrolled whether an enrollment in the section's calendar held the student on that day
 * @param onList whether the section's class list did
 */
public record Presence(boolean enrolled, boolean onList) {}
