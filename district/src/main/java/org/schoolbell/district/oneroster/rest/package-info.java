/**
 * OneRoster 1.2's Gradebook service over REST: lineItems and results. Calls come in; records go out as the specification shapes them, and results go in
 * through the gradebook's one door.
 */
@NullMarked
package org.schoolbell.district.oneroster.rest;

import org.jspecify.annotations.NullMarked;
