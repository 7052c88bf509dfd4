package org.schoolbell.district.gradebook;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.schoolbell.district.staging.FileResult;
import org.schoolbell.district.staging.Keys;
import org.schoolbell.district.staging.Pairs;
import org.schoolbell.district.staging.Remarks;
import org.schoolbell.district.staging.StagedFile;
import org.schoolbell.district.staging.StagingConnection;
import org.schoolbell.district.staging.Warning;

/**
 * Brings categories, assignments and scores in: lines of {@link GradebookFiles} are loaded, checked, merged. Records keep their ids and names. An import tells
 * nobody: it writes records and appends no event. Not thread-safe.
 */
public final class GradebookImport {
	private static final Warning UNKNOWN_CATEGORY = new Warning("categorySourcedId",
			"no category has this sourcedId; the line item is kept without", "the sourcedId of a category", """
					SELECT i.line, i.category AS value
					FROM gradebook.import_assignment i
					WHERE i.fault IS NULL AND i.category IS NOT NULL
					      AND NOT EXISTS (SELECT FROM gradebook.import_known_category k WHERE k.sourced_id = i.category)
					""");

	private final JdbcClient jdbc;
	private final Instant began;
	private final Map<StagedFile<?>, List<Remarks>> warnings = new HashMap<>();

	/** @param began when the import began: what is saved later is newer than its files */
	public GradebookImport(StagingConnection staging, Instant began) {
		this.jdbc = staging.jdbc();
		this.began = began;
	}

	/** Forgets what was staged. */
	public void clear() {
		GradebookFiles.ALL.forEach(file -> file.clear(jdbc));
		jdbc.sql("TRUNCATE gradebook.import_section, gradebook.import_student").update();
	}

	/**
	 * Looks at all lines, once they are loaded.
	 *
	 * @param people whom they may name
	 * @param sections what they may name
	 * @param classLists of sections, the students who can have scores there
	 */
	public void check(Keys people, Keys sections, Pairs classLists) {
		sections.copyTo(jdbc, "gradebook.import_section");
		people.copyTo(jdbc, "gradebook.import_student");
		GradebookCheck check = new GradebookCheck(jdbc);
		check.categories();
		GradebookFiles.LINE_ITEMS.prepare(jdbc);
		warnings.put(GradebookFiles.LINE_ITEMS, List.of(UNKNOWN_CATEGORY.find(jdbc)));
		check.lineItems();
		check.results(classLists);
	}

	/** Writes the records; runs in the import's transaction. */
	public void merge() {
		GradebookMerge merge = new GradebookMerge(jdbc, began);
		merge.categories();
		merge.lineItems();
		merge.results();
	}

	/** @return what became of a file of {@link GradebookFiles} */
	public FileResult result(StagedFile<?> file) {
		return new FileResult(file.tally(jdbc), file.faults(jdbc), warnings.getOrDefault(file, List.of()));
	}
}
