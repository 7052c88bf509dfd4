/**
 * Who changed what, when and from where. In comes a {@link org.schoolbell.district.audit.Change} with its
 * {@link org.schoolbell.district.audit.Origin}, from whoever makes the change and in the change's own transaction; out come entries for pages. The table
 * is append-only, which the database itself enforces.
 */
@NullMarked
package org.schoolbell.district.audit;

import org.jspecify.annotations.NullMarked;
