package org.schoolbell.district.gradebook;

import java.util.List;

import org.schoolbell.district.event.Flag;
import org.schoolbell.district.staging.CopyRow;
import org.schoolbell.district.staging.StagedFile;

/** The staging tables of the files that the gradebook takes. */
public final class GradebookFiles {
	/** Kinds of assignments. */
	public static final StagedFile<CategoryRecord> CATEGORIES = new StagedFile<>("gradebook.import_category", List.of("title"),
			GradebookFiles::write);
	/** Assignments. */
	public static final StagedFile<LineItemRecord> LINE_ITEMS = new StagedFile<>("gradebook.import_assignment",
			List.of("title", "description", "section", "category", "term", "assigned", "due", "points_min", "points_max", "shown",
					"counts"),
			GradebookFiles::write);
	/** Scores. */
	public static final StagedFile<ResultRecord> RESULTS = new StagedFile<>("gradebook.import_score",
			List.of("assignment", "student", "points", "mark", "flags", "in_progress", "comment", "scored_on"), GradebookFiles::write);

	static final List<StagedFile<?>> ALL = List.of(CATEGORIES, LINE_ITEMS, RESULTS);

	private GradebookFiles() {
	}

	private static void write(CategoryRecord category, CopyRow row) {
		row.text(category.title());
	}

	private static void write(LineItemRecord item, CopyRow row) {
		row.text(item.title()).text(item.description()).text(item.section().value())
				.text(item.category() == null ? null : item.category().value()).number(item.term() == null ? null : item.term().value())
				.date(item.assigned()).date(item.due()).decimal(item.pointsMin()).decimal(item.pointsMax()).flag(item.shown())
				.flag(item.counts());
	}

	private static void write(ResultRecord result, CopyRow row) {
		row.text(result.assignment().value()).text(result.student().value()).decimal(result.points()).text(result.mark())
				.number(Flag.toBits(result.flags())).flag(result.inProgress()).text(result.comment()).date(result.scoredOn());
	}
}
