package org.schoolbell.sandbox.school;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.sample.StoryFamily;

/** What can be done at school with a tap: scores of the story family, each with another story to tell. */
enum Act {
	/** Maya and her mother hear of it. */
	SCORE_18("Score 18 of 20", "Maya's Unit 3 Quiz", "Maya gets 18 of 20", StoryFamily.MAYA, StoryFamily.QUIZ, 18, null),
	/** So does her father, in Spanish. */
	SCORE_12("Score 12 of 20", "Below Ben's 80%", "Maya gets 12 of 20", StoryFamily.MAYA, StoryFamily.QUIZ, 12,
			null),
	/** A correction, for whoever was told another score. */
	CORRECT_19("Correct to 19", "The same quiz", "Maya's score becomes 19 of 20", StoryFamily.MAYA,
			StoryFamily.QUIZ, 19, null),
	/** Counts as zero, whatever was scored before. */
	MISSING("Flag as missing", "Counts as zero", "Maya's quiz is flagged missing", StoryFamily.MAYA, StoryFamily.QUIZ, null,
			"MISSING"),
	/** Tells nobody: the year is over. */
	LAST_YEAR("Last year's class", "Leo's Reading", "Leo gets 17 in last year's Reading", StoryFamily.LEO,
			StoryFamily.READING_ASSIGNMENT, 17, null);

	private final String title;
	private final String hint;
	private final String done;
	private final String student;
	private final String assignment;
	private final @Nullable Integer points;
	private final @Nullable String flag;

	Act(String title, String hint, String done, String student, String assignment, @Nullable Integer points, @Nullable String flag) {
		this.title = title;
		this.hint = hint;
		this.done = done;
		this.student = student;
		this.assignment = assignment;
		this.points = points;
		this.flag = flag;
	}

	/** As a button says it. */
	String title() {
		return title;
	}

	/** What is special about it. */
	String hint() {
		return hint;
	}

	/** What has happened then. */
	String done() {
		return done;
	}

	/** Whom it is about, a sourcedId. */
	String student() {
		return student;
	}

	/** What goes to the district. */
	Score score() {
		return new Score(assignment, student, points, flag == null ? List.of() : List.of(flag));
	}

	/** An item of the district's {@code POST /api/v1/scores}. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Score(String assignment, String student, @Nullable Integer points, List<String> flags) {}
}
