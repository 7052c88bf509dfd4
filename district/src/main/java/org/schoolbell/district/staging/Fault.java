package org.schoolbell.district.staging;

/** Why a staged line is not taken, as far as only the database can know. Tables keep the constant's name. */
public enum Fault {
	/** A line of the same file before this one has its sourcedId. */
	REPEATED("an earlier line of this file has the same sourcedId", "one line for each sourcedId"),
	/** An essential reference leads nowhere. */
	UNKNOWN("nothing that stays has this sourcedId", "the sourcedId of a line that was taken, in this import or an earlier one"),
	/** A line before this one has another sourcedId, but is about the same thing. */
	SECOND("an earlier line of this file is about the same line item and student", "one result for each line item and student"),
	/** The sourcedId belongs to a record about something else. */
	ELSEWHERE("this sourcedId is that of a result for another line item or student", "a sourcedId of its own for each result"),
	/** A score is of someone who was in the class. */
	UNLISTED("was never on the class list of the line item's class",
			"a student whose enrollment in that class is in this import or an earlier one"),
	/** The end lies before the begin that the class gives. */
	ENDS_EARLY("the enrollment ends before its class begins", "a day within the class's terms");

	private final String problem;
	private final String remedy;

	Fault(String problem, String remedy) {
		this.problem = problem;
		this.remedy = remedy;
	}

	/** @return what is wrong with the value */
	public String problem() {
		return problem;
	}

	/** @return what would be right */
	public String remedy() {
		return remedy;
	}
}
