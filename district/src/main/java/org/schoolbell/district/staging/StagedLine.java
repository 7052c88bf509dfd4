package org.schoolbell.district.staging;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;

/**
 * One line of a file.
 *
 * @param line where it starts, from 1
 * @param record what it says; null where it says that its record is to be deleted
 */
public record StagedLine<T>(long line, SourcedId sourcedId, @Nullable T record) {
	/** Without what it says, which may be a person's name. */
	@Override
	public String toString() {
		return "StagedLine[line " + line + "]";
	}
}
