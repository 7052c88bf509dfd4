package org.schoolbell.district.oneroster.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip of CSV files, at its root or in one folder, with names in any case. It is checked as a whole when it is opened and never unpacked to disk. Not
 * thread-safe.
 */
public final class Archive implements AutoCloseable {
	private final ZipFile zip;
	private final ArchiveLimits limits;
	private final Map<String, ZipEntry> files = new TreeMap<>();
	private final List<String> others = new ArrayList<>();

	private Archive(ZipFile zip, ArchiveLimits limits) {
		this.zip = zip;
		this.limits = limits;
	}

	/** @throws FileFaultException if it is no zip, too large, or holds what no OneRoster archive holds */
	public static Archive open(Path path, ArchiveLimits limits) {
		try {
			Archive archive = new Archive(new ZipFile(path.toFile()), limits);
			try {
				EntryCheck check = new EntryCheck(limits, Files.size(path));
				archive.zip.stream().forEach(entry -> archive.add(entry, check));
				return archive;
			} catch (RuntimeException e) {
				archive.close();
				throw e;
			}
		} catch (ZipException e) {
			throw unreadable(e);
		} catch (NoSuchFileException e) {
			throw FileFaultException.archive("There is no such file: " + path.getFileName() + ".");
		} catch (IOException e) {
			throw FileFaultException.archive("The file cannot be read: " + path.getFileName() + ".");
		}
	}

	private static FileFaultException unreadable(ZipException e) {
		if (String.valueOf(e.getMessage()).contains("encrypted")) {
			return FileFaultException.archive("The archive is encrypted; pack it without a password.");
		}
		return FileFaultException.archive("This is no zip archive that can be read; OneRoster CSV comes as a zip.");
	}

	private void add(ZipEntry entry, EntryCheck check) {
		String name = check.accept(entry);
		if (name.isEmpty()) {
			return;
		}
		if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
			others.add(name);
		} else if (files.put(name.toLowerCase(Locale.ROOT), entry) != null) {
			throw FileFaultException.archive("The archive holds " + Shown.plain(name) + " twice; keep one.");
		}
	}

	/** @return whether there is such a file, by OneRoster's name, without {@code .csv} */
	public boolean has(String name) {
		return files.containsKey(key(name));
	}

	/** @return a file to read, which must be there, by OneRoster's name, without {@code .csv} */
	public CsvFile file(String name, Columns columns) {
		return new CsvFile(this, name + ".csv", columns, limits.lineCharacters());
	}

	/** @return the names of all CSV files, in lower case, without {@code .csv} */
	public List<String> names() {
		return files.keySet().stream().map(name -> name.substring(0, name.length() - ".csv".length())).toList();
	}

	/** @return files that are no CSV */
	public List<String> others() {
		return others;
	}

	InputStream open(String file) {
		ZipEntry entry = files.get(file.toLowerCase(Locale.ROOT));
		if (entry == null) {
			throw FileFaultException.file(file, "the file is not in the archive.");
		}
		try {
			return new DeclaredContent(zip.getInputStream(entry), file, entry);
		} catch (IOException e) {
			throw FileFaultException.file(file, "the archive is damaged here; pack it anew.");
		}
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT) + ".csv";
	}

	@Override
	public void close() {
		try {
			zip.close();
		} catch (IOException e) {
			throw FileFaultException.archive("The archive cannot be closed.");
		}
	}
}
