package org.schoolbell.district.staging;

import java.util.List;

/**
 * What became of a file.
 *
 * @param tally each line once
 * @param rejections the lines that were not taken
 * @param warnings one entry for each sort of thing that is odd
 */
public record FileResult(Tally tally, Remarks rejections, List<Remarks> warnings) {
	public FileResult {
		warnings = List.copyOf(warnings);
	}
}
