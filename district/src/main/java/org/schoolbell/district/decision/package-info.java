/**
 * The notification logic: facts in, verdict out. Pure: the named rules of the lists in order, readable aloud.
 * Begin at {@link org.schoolbell.district.decision.Decision}. Imports event's pure types and the JDK only.
 */
@NullMarked
package org.schoolbell.district.decision;

import org.jspecify.annotations.NullMarked;
