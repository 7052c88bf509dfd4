package org.schoolbell.district.notice;

/**
 * A line of somebody's inbox that says what is no longer true.
 *
 * @param stood whether it was not yet marked as corrected
 */
record ToldLine(Untold.Place place, NoticeId id, boolean stood) {}
