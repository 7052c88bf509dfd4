package org.schoolbell.sandbox.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip that is the same, byte for byte, on any machine. So its entries are stored, not compressed: what a compressor makes of the same text
 * differs from one zlib to another, and Java uses the platform's. A stored entry needs its length and checksum ahead, so each file is first written beside
 * the archive.
 */
final class OneRosterArchive {
	private static final int BUFFER_BYTES = 1 << 16;

	private final LocalDate date;

	/** @param date the time of all entries is its midnight, without a zone */
	OneRosterArchive(LocalDate date) {
		this.date = date;
	}

	/** Where the process dies, {@code NAME.part} and {@code NAME.part.csv} may be left; the next call writes over them. */
	void write(Path file, List<OneRosterFile> files) throws IOException {
		Path part = file.resolveSibling(file.getFileName() + ".part");
		Path csv = file.resolveSibling(file.getFileName() + ".part.csv");
		try {
			try (ZipOutputStream zip = new ZipOutputStream(open(part), StandardCharsets.UTF_8)) {
				for (OneRosterFile each : files) {
					add(zip, each, csv);
				}
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(csv);
			Files.deleteIfExists(part);
		}
	}

	private void add(ZipOutputStream zip, OneRosterFile file, Path csv) throws IOException {
		CRC32 checksum = new CRC32();
		try (OutputStream out = new CheckedOutputStream(open(csv), checksum)) {
			file.writeTo(out);
		}
		ZipEntry entry = new ZipEntry(file.name());
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(Files.size(csv));
		entry.setCrc(checksum.getValue());
		entry.setTimeLocal(date.atStartOfDay());
		zip.putNextEntry(entry);
		Files.copy(csv, zip);
		zip.closeEntry();
	}

	private static OutputStream open(Path file) throws IOException {
		return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
	}
}
