/**
 * The teacher's gradebook: its pages, and what their script sends. Own sections of the Active year only; everything is saved through the gradebook's own
 * doors.
 */
@NullMarked
package org.schoolbell.district.gradebook.page;

import org.jspecify.annotations.NullMarked;
