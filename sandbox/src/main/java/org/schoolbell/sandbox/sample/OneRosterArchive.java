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
 * Writes a zip that is the same, byte for byte, on any machine. So its entries are stored, not compressed: what a compressor makes of the same text differs
 * from one zlib to another, and Java uses the platform's. A stored entry needs its length and checksum ahead, so every file is derived twice.
 */
final class OneRosterArchive {
	private static final int BUFFER_BYTES = 1 << 16;

	private final LocalDate date;

	/** @param date the time of all entries is its midnight, without a zone */
	OneRosterArchive(LocalDate date) {
		this.date = date;
	}

	void write(Path file, List<OneRosterFile> files) throws IOException {
		Path part = file.resolveSibling(file.getFileName() + ".part");
		try {
			try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES),
					StandardCharsets.UTF_8)) {
				for (OneRosterFile each : files) {
					add(zip, each);
				}
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	private void add(ZipOutputStream zip, OneRosterFile file) throws IOException {
		Length length = new Length();
		CheckedOutputStream measure = new CheckedOutputStream(length, new CRC32());
		file.writeTo(measure);
		ZipEntry entry = new ZipEntry(file.name());
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(length.bytes);
		entry.setCrc(measure.getChecksum().getValue());
		entry.setTimeLocal(date.atStartOfDay());
		zip.putNextEntry(entry);
		file.writeTo(zip);
		zip.closeEntry();
	}

	/** Counts what is written, and keeps nothing. */
	private static final class Length extends OutputStream {
		private long bytes;

		@Override
		public void write(int single) {
			bytes++;
		}

		@Override
		public void write(byte[] many, int offset, int count) {
			bytes += count;
		}
	}
}
