/**
 * The parent and student portal: Today, the records that notices speak of, the inbox and why each line of it came. In come the answers of the modules
 * about one's own students, out go pages; a record of anybody else's is as if it were not there.
 */
@NullMarked
package org.schoolbell.district.portal;

import org.jspecify.annotations.NullMarked;
