package org.schoolbell.district.portal;

import java.time.LocalDate;

import org.schoolbell.district.gradebook.StudentWork;
import org.schoolbell.district.roster.Section;

/** A student's work in a section, which the reader may see. */
public record Work(Student student, Section section, StudentWork.Item item) {
	LocalDate due() {
		return item.assignment().due();
	}

	/** @return where its page is */
	public String address() {
		return WorkPages.address(student.number(), item.assignment().id());
	}

	/** Without the score, so that none gets into a log by accident. */
	@Override
	public String toString() {
		return "Work[" + item + "]";
	}
}
