package org.schoolbell.district.portal;

/**
 * When something was, as pages say it.
 *
 * @param said "12 min ago" within the hour, then the clock time, then the day
 * @param exact all that there is to say, in the schools' zone
 * @param iso for programs, ISO 8601
 */
public record Moment(String said, String exact, String iso) {}
