/**
 * The doors: which caller is let through to which address. Requests come in; those that may go on do, all others are refused in the form of their
 * address.
 */
@NullMarked
package org.schoolbell.district.account.access;

import org.jspecify.annotations.NullMarked;
