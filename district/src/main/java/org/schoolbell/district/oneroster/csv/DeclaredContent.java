package org.schoolbell.district.oneroster.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * An entry that is what the archive's directory says it is: what was checked there is what is read. A longer one fails as soon as it is, a shorter one or one
 * with another checksum at its end, which is before anything of it is kept; the JDK's own stream would pass both.
 */
final class DeclaredContent extends FilterInputStream {
	private final String file;
	private final long checksum;
	private final CRC32 read = new CRC32();
	private long left;

	DeclaredContent(InputStream in, String file, ZipEntry declared) {
		super(in);
		this.file = file;
		this.left = declared.getSize();
		this.checksum = declared.getCrc();
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int count = super.read(bytes, offset, length);
		if (count < 0) {
			requireWhole();
			return count;
		}
		left -= count;
		if (left < 0) {
			throw FileFaultException.file(file, "the file is larger than the archive says; pack it anew.");
		}
		read.update(bytes, offset, count);
		return count;
	}

	private void requireWhole() {
		if (left > 0 || read.getValue() != checksum) {
			throw FileFaultException.file(file, "the archive is damaged here; pack it anew.");
		}
	}
}
