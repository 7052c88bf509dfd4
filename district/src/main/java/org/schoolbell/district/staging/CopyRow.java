package org.schoolbell.district.staging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Builds rows in the text format of COPY, column by column in the table's order. Not thread-safe.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, File Formats</a>
 */
public final class CopyRow {
	private final StringBuilder buffer = new StringBuilder();
	private boolean inRow;

	/** @param value without NUL, which PostgreSQL cannot keep */
	public CopyRow text(@Nullable String value) {
		if (value == null) {
			return absent();
		}
		next();
		for (int i = 0; i < value.length(); i++) {
			escape(value.charAt(i));
		}
		return this;
	}

	public CopyRow texts(@Nullable List<String> values) {
		if (values == null) {
			return absent();
		}
		next().append('{');
		for (int i = 0; i < values.size(); i++) {
			buffer.append(i == 0 ? "\"" : ",\"");
			element(values.get(i));
			buffer.append('"');
		}
		buffer.append('}');
		return this;
	}

	public CopyRow numbers(long[] values) {
		next().append('{');
		for (int i = 0; i < values.length; i++) {
			buffer.append(i == 0 ? "" : ",").append(values[i]);
		}
		buffer.append('}');
		return this;
	}

	public CopyRow number(long value) {
		next().append(value);
		return this;
	}

	public CopyRow number(@Nullable Long value) {
		return value == null ? absent() : number(value.longValue());
	}

	public CopyRow decimal(@Nullable BigDecimal value) {
		if (value == null) {
			return absent();
		}
		next().append(value.toPlainString());
		return this;
	}

	public CopyRow date(@Nullable LocalDate value) {
		if (value == null) {
			return absent();
		}
		next().append(value);
		return this;
	}

	public CopyRow flag(boolean value) {
		next().append(value ? 't' : 'f');
		return this;
	}

	public CopyRow flag(@Nullable Boolean value) {
		return value == null ? absent() : flag(value.booleanValue());
	}

	void endRow() {
		buffer.append('\n');
		inRow = false;
	}

	StringBuilder buffer() {
		return buffer;
	}

	private CopyRow absent() {
		next().append("\\N");
		return this;
	}

	private StringBuilder next() {
		if (inRow) {
			buffer.append('\t');
		}
		inRow = true;
		return buffer;
	}

	/** Inside the quotes of an array both levels are escaped: the array's backslashes first, COPY's on top. */
	private void element(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '"' || c == '\\') {
				buffer.append("\\\\");
			}
			escape(c);
		}
	}

	private void escape(char c) {
		switch (c) {
			case '\\' -> buffer.append("\\\\");
			case '\n' -> buffer.append("\\n");
			case '\r' -> buffer.append("\\r");
			case '\t' -> buffer.append("\\t");
			default -> buffer.append(c);
		}
	}
}
