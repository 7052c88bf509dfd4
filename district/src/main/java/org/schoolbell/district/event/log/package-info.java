/**
 * The change log: append in the transaction of the record, claim by lane in order. Insert only, so a Save never waits for the decider.
 * Events come in from whoever owns the records; the notice module takes them out, each exactly once.
 */
@NamedInterface("log")
@NullMarked
package org.schoolbell.district.event.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
