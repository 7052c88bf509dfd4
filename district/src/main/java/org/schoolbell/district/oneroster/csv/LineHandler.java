package org.schoolbell.district.oneroster.csv;

import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import org.jspecify.annotations.Nullable;

/** Takes fields from the parser: all of the header, and of other lines those that are asked for. */
final class LineHandler extends AbstractBaseCsvCallbackHandler<CsvLine> {
	private final String file;
	private final Columns columns;
	private final int lineCharacters;
	private final List<String> headerLine = new ArrayList<>();
	private @Nullable Header header;
	private @Nullable String[] values = {};
	private long line = 1;
	private int fields;
	private int characters;

	LineHandler(String file, Columns columns, int lineCharacters) {
		this.file = file;
		this.columns = columns;
		this.lineCharacters = lineCharacters;
	}

	@Override
	protected void handleBegin(long startingLineNumber) {
		line = startingLineNumber;
		fields = 0;
		characters = 0;
		values = new String[columns.all().size()];
	}

	@Override
	protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
		characters += length + 1;
		if (characters > lineCharacters) {
			throw tooLong(file, line, lineCharacters);
		}
		fields = field + 1;
		if (header == null) {
			headerLine.add(new String(buffer, offset, length));
		} else if (field < header.width() && header.slot(field) >= 0) {
			values[header.slot(field)] = new String(buffer, offset, length);
		}
	}

	@Override
	protected CsvLine buildRecord() {
		if (header == null) {
			header = Header.match(file, headerLine, columns);
		}
		return new CsvLine(line, fields, header.width(), values);
	}

	@Nullable
	Header header() {
		return header;
	}

	/** @return where the line starts that was begun last */
	long line() {
		return line;
	}

	int lineCharacters() {
		return lineCharacters;
	}

	static FileFaultException tooLong(String file, long line, int lineCharacters) {
		return FileFaultException.line(file, line, "the line is longer than " + lineCharacters
				+ " characters; a quote that is never closed makes such lines. Close it, or shorten the text.");
	}
}
