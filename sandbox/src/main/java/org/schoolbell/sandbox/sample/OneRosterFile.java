package org.schoolbell.sandbox.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * One CSV file of an archive.
 *
 * @param rows
 *            derived anew on each call
 */
record OneRosterFile(String name, List<String> columns, Rows rows) {

	/** UTF-8 without a byte order mark, lines end as RFC 4180 wants. Closes the stream. */
	void writeTo(OutputStream out) throws IOException {
		try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
				Stream<List<String>> each = rows.stream()) {
			csv.writeRecord(columns);
			each.forEachOrdered(csv::writeRecord);
		}
	}

	/** Where rows come from. */
	interface Rows {
		Stream<List<String>> stream();
	}
}
