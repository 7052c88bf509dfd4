package org.schoolbell.district.oneroster;

import org.schoolbell.district.oneroster.csv.ArchiveLimits;

/**
 * How a district imports.
 *
 * @param portalColumn the column of a student's line in users.csv that lists the agents who may see the student in the portal; where the file has no such column,
 *        an agent's role decides
 */
public record ImportOptions(String portalColumn) {
	/** The column that generated samples use. */
	public static final ImportOptions DEFAULT = new ImportOptions("metadata.portal");

	public ImportOptions {
		if (!portalColumn.startsWith("metadata.")) {
			throw new IllegalArgumentException("A column of the district's own begins with \"metadata.\", as metadata.portal.");
		}
	}

	ArchiveLimits limits() {
		return ArchiveLimits.DEFAULT;
	}
}
