package org.schoolbell.district.oneroster.csv;

import java.util.ArrayList;
import java.util.List;

/** The columns that a reader of one file asks for. What nobody asks for is never read out of the file: so a password stays where it is. */
public final class Columns {
	private final List<Column> columns = new ArrayList<>();

	/** Without it the file has the wrong header. */
	public Column required(String name) {
		return add(name, true);
	}

	/** Where the file does not have it, all its values are blank. */
	public Column optional(String name) {
		return add(name, false);
	}

	private Column add(String name, boolean required) {
		Column column = new Column(name, required, columns.size());
		columns.add(column);
		return column;
	}

	List<Column> all() {
		return columns;
	}
}
