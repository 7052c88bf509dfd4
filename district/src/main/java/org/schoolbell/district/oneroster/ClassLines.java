package org.schoolbell.district.oneroster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.schoolbell.district.calendar.CalendarPlan;
import org.schoolbell.district.calendar.Org;
import org.schoolbell.district.calendar.Term;
import org.schoolbell.district.event.SourcedId;
import org.schoolbell.district.oneroster.csv.Column;
import org.schoolbell.district.oneroster.csv.CsvLine;
import org.schoolbell.district.oneroster.csv.Manifest.Mode;
import org.schoolbell.district.oneroster.csv.Vocabulary;
import org.schoolbell.district.roster.ClassRecord;
import org.schoolbell.district.roster.CourseRecord;
import org.schoolbell.district.roster.ListRecord;
import org.schoolbell.district.staging.Remark;

/** courses.csv, classes.csv and enrollments.csv. */
final class ClassLines {
	private ClassLines() {
	}

	static final class Courses extends LineReader<CourseRecord> {
		private final Column title = columns().required("title");
		private final Column code = columns().optional("courseCode");

		Courses(Mode mode) {
			super(mode);
		}

		@Override
		CourseRecord record(CsvLine line) {
			return new CourseRecord(line.neededName(title), line.name(code));
		}
	}

	/** A class belongs to the calendar of its school in the year of its terms; the first term decides where they are of several years. */
	static final class Classes extends LineReader<ClassRecord> {
		private final Column title = columns().required("title");
		private final Column course = columns().optional("courseSourcedId");
		private final Column code = columns().optional("classCode");
		private final Column school = columns().required("schoolSourcedId");
		private final Column terms = columns().required("termSourcedIds");
		private final CalendarPlan plan;
		private final FileFindings findings;

		Classes(Mode mode, CalendarPlan plan, FileFindings findings) {
			super(mode);
			this.plan = plan;
			this.findings = findings;
		}

		@Override
		ClassRecord record(CsvLine line) {
			Org org = References.org(plan, line, school);
			List<Term> known = terms(line);
			String name = line.neededName(title);
			Term first = known.getFirst();
			if (!org.type().equals(Org.SCHOOL)) {
				warn(line, school, line.needed(school), "is of type " + org.type() + "; the class is kept",
						"an organization of type school");
			}
			if (known.stream().anyMatch(term -> term.year() != first.year())) {
				warn(line, terms, line.needed(terms), "are terms of several school years; the first term's year is the class's",
						"terms of one school year");
			}
			return new ClassRecord(name, line.name(code), line.idOrNull(course), plan.calendar(org, first), known);
		}

		private List<Term> terms(CsvLine line) {
			line.needed(terms);
			List<Term> known = new ArrayList<>();
			List<String> unknown = new ArrayList<>();
			for (SourcedId sourcedId : line.ids(terms)) {
				Optional<Term> term = plan.term(sourcedId);
				term.ifPresentOrElse(known::add, () -> unknown.add(sourcedId.value()));
			}
			if (known.isEmpty()) {
				throw References.unknown(terms, line.needed(terms));
			}
			unknown.forEach(
					value -> warn(line, terms, value, "no term has this sourcedId; the class has another", "the sourcedId of a term"));
			return known;
		}

		private void warn(CsvLine line, Column column, String value, String problem, String remedy) {
			findings.warn(new Remark(line.line(), column.name(), value, problem, remedy));
		}
	}

	static final class Enrollments extends LineReader<ListRecord> {
		private static final Vocabulary ROLE = Vocabulary.of("student", "teacher", "administrator", "proctor");

		private final Column section = columns().required("classSourcedId");
		private final Column school = columns().required("schoolSourcedId");
		private final Column user = columns().required("userSourcedId");
		private final Column role = columns().required("role");
		private final Column begin = columns().optional("beginDate");
		private final Column end = columns().optional("endDate");
		private final CalendarPlan plan;
		private final ZoneId zone;

		Enrollments(Mode mode, CalendarPlan plan, ZoneId zone) {
			super(mode);
			this.plan = plan;
			this.zone = zone;
		}

		@Override
		ListRecord record(CsvLine line) {
			References.org(plan, line, school);
			LocalDate starts = line.day(begin, zone);
			LocalDate ends = line.day(end, zone);
			PeopleLines.requireOrder(starts, ends, end);
			ListRecord.Part part = switch (line.word(role, ROLE)) {
				case "student" -> ListRecord.Part.STUDENT;
				case "teacher" -> ListRecord.Part.TEACHER;
				default -> ListRecord.Part.OTHER;
			};
			return new ListRecord(line.id(section), line.id(user), part, starts, ends);
		}
	}
}
