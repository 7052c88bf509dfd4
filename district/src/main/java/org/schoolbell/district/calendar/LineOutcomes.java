package org.schoolbell.district.calendar;

import java.util.List;

import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.staging.Fault;
import org.schoolbell.district.staging.FileResult;
import org.schoolbell.district.staging.Remark;
import org.schoolbell.district.staging.Remarks;
import org.schoolbell.district.staging.StagedLine;
import org.schoolbell.district.staging.Tally;

/** Counts what becomes of a file's lines while they are planned. */
final class LineOutcomes {
	private final Remarks.Builder rejected = new Remarks.Builder();
	private final Remarks.Builder warnings = new Remarks.Builder();
	private Tally tally = Tally.NONE;

	void written(boolean isNew, boolean changed) {
		tally = tally.plus(isNew ? new Tally(1, 0, 0, 0, 0, 0) : changed ? new Tally(0, 1, 0, 0, 0, 0) : new Tally(0, 0, 1, 0, 0, 0));
	}

	void ignored() {
		tally = tally.plus(new Tally(0, 0, 0, 0, 1, 0));
	}

	void repeated(StagedLine<?> line) {
		tally = tally.plus(new Tally(0, 0, 0, 0, 0, 1));
		rejected.add(new Remark(line.line(), "sourcedId", line.sourcedId().value(), Fault.REPEATED.problem(), Fault.REPEATED.remedy()));
	}

	/** Schools and sessions hold up everything else, so an import never takes one away. */
	void kept(StagedLine<?> line) {
		ignored();
		warnings.add(new Remark(line.line(), "status", "tobedeleted", "a school or session that records refer to is kept",
				"nothing, if its classes are gone"));
	}

	void warn(long line, String column, SourcedId value, String problem, String remedy) {
		warnings.add(new Remark(line, column, value.value(), problem, remedy));
	}

	FileResult result() {
		return new FileResult(tally, rejected.build(), List.of(warnings.build()));
	}
}
