package org.schoolbell.sandbox.sample;

import java.util.List;
import java.util.stream.Stream;

import static org.schoolbell.sandbox.sample.OneRosterFiles.bulk;
import static org.schoolbell.sandbox.sample.OneRosterFiles.flag;
import static org.schoolbell.sandbox.sample.OneRosterFiles.row;

/** Assignments and scores. */
final class GradebookFiles {
	private final SampleDistrict district;

	GradebookFiles(SampleDistrict district) {
		this.district = district;
	}

	List<OneRosterFile> all() {
		return List.of(bulk("categories", "title,weight", this::categories),
				bulk("lineItems",
						"title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,academicSessionSourcedId,"
								+ "schoolSourcedId,resultValueMin,resultValueMax,metadata.shown,metadata.counts",
						this::lineItems),
				bulk("results",
						"lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore,classSourcedId,inProgress,incomplete,late,"
								+ "missing,metadata.cheated,metadata.dropped",
						this::results));
	}

	private Stream<List<String>> categories() {
		return Category.ALL.stream().map(category -> row(category.sourcedId(), category.title(), Integer.toString(category.weight())));
	}

	private Stream<List<String>> lineItems() {
		return district.sections()
				.flatMap(section -> district.assignments(section).stream().map(assignment -> lineItem(section, assignment)));
	}

	private static List<String> lineItem(SampleSection section, SampleAssignment assignment) {
		SampleYear year = section.year();
		return row(assignment.sourcedId(), assignment.title(), "", assignment.assigned().toString(), assignment.due().toString(),
				section.sourcedId(),
				assignment.category(), year.quarterOn(assignment.due()).sourcedId(), year.semesterOn(assignment.due()).sourcedId(),
				section.school(), "0",
				Integer.toString(assignment.points()), flag(assignment.shown()), flag(assignment.counts()));
	}

	private Stream<List<String>> results() {
		return district.students().flatMap(student -> district.results(student).map(result -> result(student, result)));
	}

	private static List<String> result(SampleStudent student, SampleResult result) {
		SampleAssignment assignment = result.assignment();
		String sourcedId = assignment.sourcedId().replace("work-", "score-") + "-" + Digits.of(student.number(), 6);
		return row(sourcedId, assignment.sourcedId(), student.sourcedId(), result.status(), result.points(), result.date().toString(), "",
				"",
				assignment.section(), "", flag(result.incomplete()), flag(result.late()), flag(result.missing()), ifSo(result.cheated()),
				ifSo(result.dropped()));
	}

	/** Metadata is rare: a row without it has none. */
	private static String ifSo(boolean value) {
		return value ? "true" : "";
	}
}
