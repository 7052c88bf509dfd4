package org.schoolbell.district.calendar;

import org.schoolbell.district.event.SourcedId;

/** A term as the outside names it. */
public record TermName(SourcedId sourcedId, boolean gradingPeriod) {}
