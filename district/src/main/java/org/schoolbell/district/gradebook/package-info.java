/**
 * Assignments and scores. Every door (API, OneRoster, import, pages) saves through here; a changed score appends its event in the same transaction.
 */
@NullMarked
package org.schoolbell.district.gradebook;

import org.jspecify.annotations.NullMarked;
