/** What tests of several packages share: a migrated database of their own, and a clock that they set. */
@NullMarked
package org.schoolbell.district.testing;

import org.jspecify.annotations.NullMarked;
