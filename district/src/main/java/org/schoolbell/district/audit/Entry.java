package org.schoolbell.district.audit;

import java.time.Instant;

/**
 * One line of the trail.
 *
 * @param id grows with each entry
 */
public record Entry(long id, Instant at, Origin origin, Change change) {}
