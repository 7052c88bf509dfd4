package org.schoolbell.district.calendar;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;

/**
 * What a source says of an organization.
 *
 * @param type OneRoster's OrgType
 */
public record OrgRecord(String name, String type, @Nullable SourcedId parent) {}
