package org.schoolbell.district.roster;

import org.schoolbell.district.event.PersonId;

/**
 * The student, or an adult related to the student.
 *
 * @param access an enabled portal account and, for an adult, a current relationship with the portal flag
 */
public record PossibleRecipient(PersonId person, boolean access) {}
