package org.schoolbell.district.roster;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;

/** By what name a system knows a person. */
public record ProfileRecord(SourcedId person, String type, String vendor, @Nullable String application, @Nullable String username) {
	/** Without the username. */
	@Override
	public String toString() {
		return "ProfileRecord";
	}
}
