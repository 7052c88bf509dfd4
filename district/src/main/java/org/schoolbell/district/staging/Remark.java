package org.schoolbell.district.staging;

/**
 * A word about one line of a file, for the operator who imports it. It repeats the file's own value, so it never goes into a log.
 *
 * @param line where the line starts, from 1
 * @param column the file's name for it
 * @param problem what is wrong with the value
 * @param remedy what would be right
 */
public record Remark(long line, String column, String value, String problem, String remedy) {
	/** Without the value. */
	@Override
	public String toString() {
		return "Remark[line " + line + ", column " + column + "]";
	}
}
