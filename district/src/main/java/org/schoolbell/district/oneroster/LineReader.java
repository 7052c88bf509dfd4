package org.schoolbell.district.oneroster;

import org.schoolbell.district.oneroster.csv.Column;
import org.schoolbell.district.oneroster.csv.Columns;
import org.schoolbell.district.oneroster.csv.CsvLine;
import org.schoolbell.district.oneroster.csv.Manifest.Mode;
import org.schoolbell.district.oneroster.csv.Vocabulary;
import org.schoolbell.district.staging.StagedLine;

/** Reads the lines of one file: what all files have in common here, what a file says in its subclasses. */
abstract class LineReader<T> {
	private static final Vocabulary STATUS = Vocabulary.of("active", "tobedeleted");

	private final Columns columns = new Columns();
	private final Column sourcedId = columns.required("sourcedId");
	private final Column status;

	LineReader(Mode mode) {
		this.status = mode == Mode.DELTA ? columns.required("status") : columns.optional("status");
	}

	final Columns columns() {
		return columns;
	}

	final StagedLine<T> read(CsvLine line) {
		line.requireWidth();
		boolean ends = line.text(status) != null && line.word(status, STATUS).equals("tobedeleted");
		return new StagedLine<>(line.line(), line.id(sourcedId), ends ? null : record(line));
	}

	/** @return what the line says, if its record is to stay */
	abstract T record(CsvLine line);
}
