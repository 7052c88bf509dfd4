/**
 * OneRoster 1.2: the CSV importer and the REST services. Files and calls come in; records and their events go out through the owning modules.
 */
@NullMarked
package org.schoolbell.district.oneroster;

import org.jspecify.annotations.NullMarked;
