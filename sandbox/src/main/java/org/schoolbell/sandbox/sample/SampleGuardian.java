package org.schoolbell.sandbox.sample;

/**
 * An adult of a family.
 *
 * @param role
 *            OneRoster's word: {@code parent}, {@code guardian} or {@code relative}
 * @param accountEnabled
 *            whether the portal account is usable
 */
public record SampleGuardian(String sourcedId, String givenName, String familyName, String role, boolean accountEnabled) {}
