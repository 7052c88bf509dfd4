package org.schoolbell.sandbox.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.schoolbell.sandbox.sample.OneRosterFiles.bulk;
import static org.schoolbell.sandbox.sample.OneRosterFiles.flag;
import static org.schoolbell.sandbox.sample.OneRosterFiles.row;

/** Schools, school years, courses and classes. */
final class CalendarFiles {
	private final SampleDistrict district;

	CalendarFiles(SampleDistrict district) {
		this.district = district;
	}

	List<OneRosterFile> all() {
		return List.of(bulk("orgs", "name,type,identifier,parentSourcedId", this::orgs),
				bulk("academicSessions", "title,type,startDate,endDate,parentSourcedId,schoolYear,metadata.active", this::sessions),
				bulk("courses", "schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes", this::courses),
				bulk("classes",
						"title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
						this::classes));
	}

	private Stream<List<String>> orgs() {
		Stream<List<String>> itself = Stream.of(row(Schools.DISTRICT, "Cedar Valley Unified School District", "district", "0", ""));
		return Stream.concat(itself, district.schools().all().stream()
				.map(school -> row(school.sourcedId(), school.name(), "school", Integer.toString(school.number()), Schools.DISTRICT)));
	}

	private Stream<SampleYear> years() {
		return Stream.of(district.lastYear(), district.activeYear());
	}

	private Stream<List<String>> sessions() {
		return years().flatMap(year -> {
			String schoolYear = Integer.toString(year.endYear());
			Stream<List<String>> itself = Stream
					.of(row(year.sourcedId(), year.title(), "schoolYear", year.begin().toString(), year.end().toString(),
							"", schoolYear, flag(year.active())));
			Stream<List<String>> semesters = year.semesters().stream().map(s -> part(s, "semester", schoolYear));
			Stream<List<String>> quarters = year.quarters().stream().map(s -> part(s, "gradingPeriod", schoolYear));
			return Stream.of(itself, semesters, quarters).flatMap(s -> s);
		});
	}

	private static List<String> part(SampleYear.Session session, String type, String schoolYear) {
		return row(session.sourcedId(), session.title(), type, session.begin().toString(), session.end().toString(), session.parent(),
				schoolYear, "");
	}

	private Stream<List<String>> courses() {
		return years().flatMap(year -> IntStream.range(0, Grade.COUNT).mapToObj(Grade::new).flatMap(grade -> Course.of(grade).stream())
				.map(course -> row(course.sourcedId(year), year.sourcedId(), course.title(), course.code(), course.grade().code(),
						Schools.DISTRICT,
						course.subject(), course.code())));
	}

	private Stream<List<String>> classes() {
		return district.sections().map(section -> {
			String terms = String.join(",", section.year().semesters().stream().map(SampleYear.Session::sourcedId).toList());
			return row(section.sourcedId(), section.title(), section.grade(), section.course(), section.code(), "scheduled", "",
					section.school(), terms,
					section.subject(), "", "");
		});
	}
}
