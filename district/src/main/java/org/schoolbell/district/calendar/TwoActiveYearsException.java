package org.schoolbell.district.calendar;

import org.schoolbell.district.staging.Remark;

/** The sessions would make two school years Active. A district has one, so nothing of the import is taken. */
public final class TwoActiveYearsException extends RuntimeException {
	private final transient Remark remark;

	TwoActiveYearsException(Remark remark) {
		super("Two school years would be Active");
		this.remark = remark;
	}

	/** @return where, and what would be right */
	public Remark remark() {
		return remark;
	}
}
