/**
 * Who may use which tool for what: tool rights per role, in a table of the district. In come the roles of whoever has signed in, out go the
 * {@link org.schoolbell.district.right.Rights}; pages say with {@link org.schoolbell.district.right.MayUse} what they ask for.
 */
@NullMarked
package org.schoolbell.district.right;

import org.jspecify.annotations.NullMarked;
