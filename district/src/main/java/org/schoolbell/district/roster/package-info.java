/**
 * People, guardianship with its portal flag, enrollment, courses, sections and their class lists.
 * The importer brings them in; the decision asks who is related to a student and where the student was on a record's date.
 */
@NullMarked
package org.schoolbell.district.roster;

import org.jspecify.annotations.NullMarked;
