package org.schoolbell.sandbox.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.schoolbell.sandbox.sample.OneRosterFile.Rows;

/** The files of a sample's archive, in the order in which one refers to another. */
final class OneRosterFiles {
	private static final List<String> ABSENT = List.of("classResources", "courseResources", "demographics", "lineItemLearningObjectiveIds",
			"lineItemScoreScales", "resources", "resultLearningObjectiveIds", "resultScoreScales", "scoreScales", "userProfiles",
			"userResources");

	private final SampleDistrict district;

	OneRosterFiles(SampleDistrict district) {
		this.district = district;
	}

	List<OneRosterFile> all() {
		List<OneRosterFile> bulk = Stream
				.of(new CalendarFiles(district).all(), new PeopleFiles(district).all(), new GradebookFiles(district).all())
				.flatMap(List::stream)
				.toList();
		List<OneRosterFile> all = new ArrayList<>();
		all.add(manifest(bulk));
		all.addAll(bulk);
		return all;
	}

	private static OneRosterFile manifest(List<OneRosterFile> bulk) {
		List<List<String>> lines = new ArrayList<>();
		lines.add(List.of("manifest.version", "1.0"));
		lines.add(List.of("oneroster.version", "1.2"));
		bulk.forEach(file -> lines.add(List.of("file." + file.name().replace(".csv", ""), "bulk")));
		ABSENT.forEach(name -> lines.add(List.of("file." + name, "absent")));
		lines.add(List.of("source.systemName", "Schoolbell sample district"));
		lines.add(List.of("source.systemCode", "schoolbell-sample"));
		return new OneRosterFile("manifest.csv", List.of("propertyName", "value"), lines::stream);
	}

	/** A file in bulk: after its sourcedId each row has blank status and dateLastModified. */
	static OneRosterFile bulk(String name, String columns, Rows rows) {
		List<String> all = new ArrayList<>(List.of("sourcedId", "status", "dateLastModified"));
		all.addAll(List.of(columns.split(",", -1)));
		return new OneRosterFile(name + ".csv", List.copyOf(all), rows);
	}

	static List<String> row(String sourcedId, String... rest) {
		List<String> row = new ArrayList<>(rest.length + 3);
		row.add(sourcedId);
		row.add("");
		row.add("");
		row.addAll(List.of(rest));
		return row;
	}

	static String flag(boolean value) {
		return value ? "true" : "false";
	}
}
