package org.schoolbell.district.staging;

/**
 * Which records of one module belong together, for lines of another to be held against, as {@link Keys}: the owner writes the query, and the other asks it
 * within a statement of its own, so neither names the other's schema.
 *
 * @param query gives {@code one} and {@code other}, both sourcedIds; a pair may come more than once
 */
public record Pairs(String query) {}
