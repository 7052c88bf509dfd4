package org.schoolbell.district.roster;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.calendar.OrgId;
import org.schoolbell.district.event.SourcedId;

/**
 * What a source says of a person's role.
 *
 * @param role OneRoster's RoleEnum
 * @param starts null: ever since
 * @param ends exclusive; null: open
 */
public record RoleRecord(SourcedId person, OrgId org, String role, @Nullable LocalDate starts, @Nullable LocalDate ends) {}
