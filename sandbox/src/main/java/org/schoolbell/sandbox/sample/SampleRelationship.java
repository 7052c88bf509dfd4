package org.schoolbell.sandbox.sample;

/**
 * An adult's relation to a student.
 *
 * @param portal
 *            the portal flag: whether it lets the adult see the student
 */
public record SampleRelationship(SampleGuardian guardian, boolean portal) {}
