package org.schoolbell.district.oneroster.csv;

/** A value that makes its line unusable. Cheap to throw, since a bad file throws one for each line. The message leaves the value out. */
public final class LineFaultException extends RuntimeException {
	private final String column;
	private final String value;
	private final String problem;
	private final String remedy;

	/**
	 * @param problem what is wrong with the value
	 * @param remedy what would be right
	 */
	public LineFaultException(Column column, String value, String problem, String remedy) {
		this(column.name(), value, problem, remedy);
	}

	LineFaultException(String column, String value, String problem, String remedy) {
		super(column + ": " + problem, null, false, false);
		this.column = column;
		this.value = value;
		this.problem = problem;
		this.remedy = remedy;
	}

	public String column() {
		return column;
	}

	public String value() {
		return value;
	}

	public String problem() {
		return problem;
	}

	public String remedy() {
		return remedy;
	}
}
