package org.schoolbell.district.oneroster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

import org.schoolbell.district.calendar.OrgRecord;
import org.schoolbell.district.calendar.SessionRecord;
import org.schoolbell.district.oneroster.csv.Column;
import org.schoolbell.district.oneroster.csv.CsvLine;
import org.schoolbell.district.oneroster.csv.LineFaultException;
import org.schoolbell.district.oneroster.csv.Manifest.Mode;
import org.schoolbell.district.oneroster.csv.Vocabulary;

/** orgs.csv and academicSessions.csv. */
final class CalendarLines {
	private CalendarLines() {
	}

	static final class Orgs extends LineReader<OrgRecord> {
		private static final Vocabulary TYPE = Vocabulary.of("department", "school", "district", "local", "state", "national");

		private final Column name = columns().required("name");
		private final Column type = columns().required("type");
		private final Column parent = columns().optional("parentSourcedId");

		Orgs(Mode mode) {
			super(mode);
		}

		@Override
		OrgRecord record(CsvLine line) {
			return new OrgRecord(line.neededName(name), line.word(type, TYPE), line.idOrNull(parent));
		}
	}

	static final class Sessions extends LineReader<SessionRecord> {
		private static final Vocabulary TYPE = Vocabulary.of("gradingPeriod", "semester", "schoolYear", "term");
		private static final Pattern YEAR = Pattern.compile("\\d{4}");

		private final Column title = columns().required("title");
		private final Column type = columns().required("type");
		private final Column starts = columns().required("startDate");
		private final Column ends = columns().required("endDate");
		private final Column parent = columns().optional("parentSourcedId");
		private final Column schoolYear = columns().required("schoolYear");
		private final Column active = columns().optional("metadata.active");
		private final ZoneId zone;

		Sessions(Mode mode, ZoneId zone) {
			super(mode);
			this.zone = zone;
		}

		@Override
		SessionRecord record(CsvLine line) {
			LocalDate first = line.neededDay(starts, zone);
			LocalDate end = line.neededDay(ends, zone);
			if (!first.isBefore(end)) {
				throw new LineFaultException(ends, end.toString(), "is not after startDate " + first, "the day after the session's last");
			}
			return new SessionRecord(line.neededName(title), line.word(type, TYPE), first, end, line.idOrNull(parent), year(line),
					line.text(active) == null ? null : line.flag(active, false));
		}

		private int year(CsvLine line) {
			String year = line.needed(schoolYear);
			if (!YEAR.matcher(year).matches()) {
				throw new LineFaultException(schoolYear, year, "is no year", "the year in which the school year ends, as 2027");
			}
			return Integer.parseInt(year);
		}
	}
}
