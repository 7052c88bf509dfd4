package org.schoolbell.district.oneroster.csv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What an archive says of itself: its version, and how each file is meant. */
public final class Manifest {
	private static final String NAME = "manifest";
	private static final String FILE_NAME = NAME + ".csv";
	private static final String VERSION = "oneroster.version";
	private static final String FILE = "file.";

	private final Map<String, Property> properties;

	private Manifest(Map<String, Property> properties) {
		this.properties = properties;
	}

	/** How a file is meant. */
	public enum Mode {
		/** Not there, whatever the archive holds. */
		ABSENT,
		/** All records. */
		BULK,
		/** What changed: {@code active} or {@code tobedeleted}. */
		DELTA
	}

	private record Property(long line, String value) {}

	/** @throws FileFaultException if there is none, or it is of another version of OneRoster */
	public static Manifest of(Archive archive) {
		if (!archive.has(NAME)) {
			throw FileFaultException.archive("The archive has no manifest.csv, which says what its files are; export it as OneRoster 1.2.");
		}
		Columns columns = new Columns();
		Column name = columns.required("propertyName");
		Column value = columns.required("value");
		Map<String, Property> properties = new HashMap<>();
		archive.file(NAME, columns).forEach(line -> {
			String property = text(line, name);
			String text = text(line, value);
			if (property != null && text != null) {
				properties.put(property.toLowerCase(Locale.ROOT), new Property(line.line(), text));
			}
		});
		Manifest manifest = new Manifest(properties);
		manifest.requireVersion();
		return manifest;
	}

	private static @Nullable String text(CsvLine line, Column column) {
		try {
			return line.text(column);
		} catch (LineFaultException e) {
			throw FileFaultException.value(FILE_NAME, line.line(), e.column(),
					"the value " + e.problem() + "; right would be: " + e.remedy() + ".");
		}
	}

	private void requireVersion() {
		Property version = properties.get(VERSION);
		if (version == null) {
			throw FileFaultException.file(FILE_NAME, "the property " + VERSION + " is missing; it should say 1.2.");
		}
		if (!version.value().equals("1.2") && !version.value().startsWith("1.2.")) {
			throw FileFaultException.value(FILE_NAME, version.line(), "value",
					VERSION + " is " + Shown.plain(version.value()) + "; this importer reads 1.2. Export the archive as OneRoster 1.2.");
		}
	}

	/** @return how the file is meant, by OneRoster's name, without {@code .csv}; absent where the manifest does not name it */
	public Mode mode(String file) {
		Property property = properties.get((FILE + file).toLowerCase(Locale.ROOT));
		if (property == null) {
			return Mode.ABSENT;
		}
		return switch (property.value().toLowerCase(Locale.ROOT)) {
			case "absent" -> Mode.ABSENT;
			case "bulk" -> Mode.BULK;
			case "delta" -> Mode.DELTA;
			default -> throw FileFaultException.value(FILE_NAME, property.line(), "value",
					FILE + file + " is " + Shown.plain(property.value()) + "; write absent, bulk or delta.");
		};
	}

	/** @return whether the manifest names the file */
	public boolean names(String file) {
		return properties.containsKey((FILE + file).toLowerCase(Locale.ROOT));
	}
}
