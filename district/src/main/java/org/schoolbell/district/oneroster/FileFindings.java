package org.schoolbell.district.oneroster;

import java.util.ArrayList;
import java.util.List;

import org.schoolbell.district.oneroster.csv.CsvLine;
import org.schoolbell.district.oneroster.csv.LineFaultException;
import org.schoolbell.district.staging.FileResult;
import org.schoolbell.district.staging.Remark;
import org.schoolbell.district.staging.Remarks;
import org.schoolbell.district.staging.Tally;

/** What is found out about a file while it is read. */
final class FileFindings {
	private final Remarks.Builder rejected = new Remarks.Builder();
	private final Remarks.Builder warnings = new Remarks.Builder();
	private final List<String> notes = new ArrayList<>();

	void reject(CsvLine line, LineFaultException fault) {
		rejected.add(new Remark(line.line(), fault.column(), fault.value(), fault.problem(), fault.remedy()));
	}

	void warn(Remark remark) {
		warnings.add(remark);
	}

	void note(String sentence) {
		notes.add(sentence);
	}

	/** @param staged what became of the lines that could be read */
	FileReport report(String file, FileResult staged) {
		Remarks unread = rejected.build();
		List<Remarks> rejections = List.of(unread, staged.rejections());
		List<Remarks> odd = new ArrayList<>(staged.warnings());
		odd.add(warnings.build());
		return new FileReport(file + ".csv", staged.tally().plus(new Tally(0, 0, 0, 0, 0, unread.count())), rejections,
				odd.stream().filter(remarks -> remarks.count() > 0).toList(), notes);
	}
}
