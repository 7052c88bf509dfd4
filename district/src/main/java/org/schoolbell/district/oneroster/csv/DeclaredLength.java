package org.schoolbell.district.oneroster.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An entry that ends where the archive's directory says it does: what was checked there is what is read. */
final class DeclaredLength extends FilterInputStream {
	private final String file;
	private long left;

	DeclaredLength(InputStream in, String file, long length) {
		super(in);
		this.file = file;
		this.left = length;
	}

	@Override
	public int read() throws IOException {
		int single = super.read();
		count(single < 0 ? 0 : 1);
		return single;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int count = super.read(bytes, offset, length);
		count(Math.max(count, 0));
		return count;
	}

	private void count(int bytes) {
		left -= bytes;
		if (left < 0) {
			throw FileFaultException.file(file, "the file is larger than the archive says; pack it anew.");
		}
	}
}
