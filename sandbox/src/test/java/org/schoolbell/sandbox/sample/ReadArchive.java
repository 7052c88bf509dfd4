package org.schoolbell.sandbox.sample;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** A small archive read back whole, by nothing of the generator's. */
record ReadArchive(Map<String, List<NamedCsvRecord>> files) {

	static ReadArchive of(Path file) throws IOException {
		Map<String, List<NamedCsvRecord>> files = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
				try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
						.ofNamedCsvRecord(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
					files.put(entry.getName().replace(".csv", ""), new ArrayList<>(csv.stream().toList()));
				}
			}
		}
		return new ReadArchive(files);
	}

	List<NamedCsvRecord> rows(String file) {
		return Objects.requireNonNull(files.get(file), file);
	}

	NamedCsvRecord row(String file, String sourcedId) {
		return rows(file).stream().filter(r -> r.getField("sourcedId").equals(sourcedId)).findFirst()
				.orElseThrow(() -> new AssertionError("no " + sourcedId + " in " + file));
	}

	List<NamedCsvRecord> where(String file, String column, String value) {
		return rows(file).stream().filter(r -> r.getField(column).equals(value)).toList();
	}

	Map<String, NamedCsvRecord> bySourcedId(String file) {
		return rows(file).stream().collect(Collectors.toMap(r -> r.getField("sourcedId"), r -> r));
	}

	/** The values of a field that holds a list. */
	static List<String> list(NamedCsvRecord row, String column) {
		String field = row.getField(column);
		return field.isEmpty() ? List.of() : Stream.of(field.split(",", -1)).toList();
	}
}
