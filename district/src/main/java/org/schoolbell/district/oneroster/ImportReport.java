package org.schoolbell.district.oneroster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.schoolbell.district.oneroster.csv.Shown;
import org.schoolbell.district.staging.Tally;

/**
 * What an import did. It repeats values of the file, for the operator's eyes: it goes to a console or page, never into a log.
 *
 * @param files in the order in which they were read
 * @param activeYear the title of the school year that is Active now
 * @param notes about the archive as a whole
 */
public record ImportReport(List<FileReport> files, Optional<String> activeYear, List<String> notes) {
	public ImportReport {
		files = List.copyOf(files);
		notes = List.copyOf(notes);
	}

	/** @return how many lines of all files were not taken */
	public long rejected() {
		return files.stream().mapToLong(file -> file.tally().rejected()).sum();
	}

	/** @return how many words of warning there are, over all files */
	public long warned() {
		return files.stream().mapToLong(FileReport::warned).sum();
	}

	/** @return for the operator: a table of what became of the files' lines, then remarks, line by line */
	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add(row("file", "read", "inserted", "updated", "unchanged", "ended", "ignored", "rejected", "warnings"));
		files.forEach(file -> lines.add(row(file)));
		activeYear.ifPresent(year -> lines.add("The Active school year is " + Shown.plain(year) + "."));
		files.forEach(file -> lines.addAll(file.lines()));
		notes.forEach(note -> lines.add("note: " + note));
		return lines;
	}

	private static String row(FileReport file) {
		Tally tally = file.tally();
		return row(file.file(), tally.read(), tally.inserted(), tally.updated(), tally.unchanged(), tally.ended(), tally.ignored(),
				tally.rejected(), file.warned());
	}

	private static String row(Object... cells) {
		return String.format(Locale.ROOT, "%-22s %10s %10s %10s %10s %8s %8s %10s %10s", cells);
	}
}
