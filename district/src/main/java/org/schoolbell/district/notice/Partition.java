package org.schoolbell.district.notice;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A range of one of this module's tables.
 *
 * @param column by which the table is divided
 * @param from as SQL writes it, inclusive
 * @param to as SQL writes it, exclusive
 */
record Partition(String parent, String column, String name, String from, String to) {
	/** By ids that begin with a time. */
	static Partition byId(String parent, String column, String name, LocalDate from, LocalDate to) {
		return new Partition(parent, column, name, id(from), id(to));
	}

	static Partition byTime(String parent, String column, String name, LocalDate from, LocalDate to) {
		return new Partition(parent, column, name, from + "T00:00:00Z", to + "T00:00:00Z");
	}

	private static String id(LocalDate day) {
		return NoticeId.floor(day.atStartOfDay(ZoneOffset.UTC).toInstant()).toString();
	}
}
