/**
 * The change log: append in the transaction of the record, claim by lane in order. Insert only, so a Save never waits for the decider.
 */
@NullMarked
package org.schoolbell.district.event.log;

import org.jspecify.annotations.NullMarked;
