package org.schoolbell.district.oneroster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.schoolbell.district.oneroster.csv.Shown;
import org.schoolbell.district.staging.Remark;
import org.schoolbell.district.staging.Remarks;
import org.schoolbell.district.staging.Tally;

/**
 * What became of one file of an archive. All is counted; of remarks the first {@value org.schoolbell.district.staging.Remarks#MOST_KEPT} of each sort are kept.
 *
 * @param file its name
 * @param tally each line once
 * @param rejections lines that were not taken
 * @param warnings things that are odd about lines that were, by sort
 * @param notes about the file as a whole
 */
public record FileReport(String file, Tally tally, List<Remarks> rejections, List<Remarks> warnings, List<String> notes) {
	public FileReport {
		rejections = List.copyOf(rejections);
		warnings = List.copyOf(warnings);
		notes = List.copyOf(notes);
	}

	/** @return how many words of warning there are */
	public long warned() {
		return warnings.stream().mapToLong(Remarks::count).sum();
	}

	/** @return for the operator: a line for each remark that was kept, in the order of the file's lines, and for those that were not */
	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		remarks(rejections).map(remark -> sentence("rejected", remark)).forEach(lines::add);
		more(rejections, "rejected", lines);
		remarks(warnings).map(remark -> sentence("warning", remark)).forEach(lines::add);
		more(warnings, "warning", lines);
		notes.stream().map(note -> "note: " + file + ": " + note).forEach(lines::add);
		return lines;
	}

	private static Stream<Remark> remarks(List<Remarks> sorts) {
		return sorts.stream().flatMap(remarks -> remarks.first().stream()).sorted(Comparator.comparingLong(Remark::line));
	}

	private void more(List<Remarks> sorts, String what, List<String> lines) {
		long more = sorts.stream().mapToLong(remarks -> remarks.count() - remarks.first().size()).sum();
		if (more > 0) {
			lines.add(what + ": " + file + ": and " + more + " more");
		}
	}

	private String sentence(String what, Remark remark) {
		return what + ": " + file + ", line " + remark.line() + ", column " + remark.column() + ", " + Shown.quoted(remark.value()) + ": "
				+ remark.problem() + "; right would be: " + remark.remedy();
	}
}
