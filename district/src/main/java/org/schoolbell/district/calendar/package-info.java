/**
 * School years (exactly one is Active), calendars (one school in one year), terms and the district's zone.
 * The importer brings them in; the decision asks whether a record's calendar is in the Active year and open to the portals.
 */
@NullMarked
package org.schoolbell.district.calendar;

import org.jspecify.annotations.NullMarked;
