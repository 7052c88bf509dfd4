package org.schoolbell.district.portal;

import java.util.List;

import org.schoolbell.district.roster.Section;

/**
 * A student's work in one section.
 *
 * @param works the latest due first, perhaps not all
 * @param count of all
 */
public record SectionView(Student student, Section section, List<WorkView> works, int count) {
	/** @return where all of it is */
	public String address() {
		return WorkPages.ADDRESS + "/" + student.number() + "/sections/" + section.id().value();
	}
}
