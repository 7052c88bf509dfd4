package org.schoolbell.district.oneroster;

import org.schoolbell.district.calendar.CalendarPlan;
import org.schoolbell.district.calendar.Org;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.oneroster.csv.Column;
import org.schoolbell.district.oneroster.csv.CsvLine;
import org.schoolbell.district.oneroster.csv.LineFaultException;
import org.schoolbell.district.staging.Fault;

/** References to schools and terms, which are few enough to be known by heart while a file is read. */
final class References {
	private References() {
	}

	/** @return the organization that the line names, which must be known */
	static Org org(CalendarPlan plan, CsvLine line, Column column) {
		SourcedId sourcedId = line.id(column);
		return plan.org(sourcedId).orElseThrow(() -> unknown(column, sourcedId.value()));
	}

	static LineFaultException unknown(Column column, String value) {
		return new LineFaultException(column, value, Fault.UNKNOWN.problem(), Fault.UNKNOWN.remedy());
	}
}
