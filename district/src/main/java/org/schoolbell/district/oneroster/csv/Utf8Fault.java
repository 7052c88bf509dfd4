package org.schoolbell.district.oneroster.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Reads a file once more to find the line of its first byte that is not UTF-8. */
final class Utf8Fault {
	private static final int CHUNK = 1 << 16;
	private static final String REMEDY = " Save the file as UTF-8.";

	private final String file;
	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
	private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
	private final CharBuffer characters = CharBuffer.allocate(CHUNK);
	private long line = 1;
	private long byteInLine;

	Utf8Fault(String file) {
		this.file = file;
	}

	FileFaultException locate(InputStream in) {
		try (in) {
			int count = 0;
			boolean first = true;
			while (count >= 0) {
				count = in.read(bytes.array(), bytes.position(), bytes.remaining());
				bytes.position(bytes.position() + Math.max(count, 0)).flip();
				if (first && isUtf16()) {
					return FileFaultException.line(file, 1, "the file is UTF-16, not UTF-8." + REMEDY);
				}
				first = false;
				CoderResult result = decode(count < 0);
				if (result.isError()) {
					return FileFaultException.line(file, line, "byte " + (byteInLine + 1) + " of the line is not UTF-8." + REMEDY);
				}
			}
		} catch (IOException e) {
			return FileFaultException.file(file, "the archive is damaged here; pack it anew.");
		}
		return FileFaultException.file(file, "the file is not UTF-8." + REMEDY);
	}

	private boolean isUtf16() {
		if (bytes.remaining() < 2) {
			return false;
		}
		int mark = (bytes.get(0) & 0xFF) << 8 | (bytes.get(1) & 0xFF);
		return mark == 0xFEFF || mark == 0xFFFE;
	}

	private CoderResult decode(boolean last) {
		int start = bytes.position();
		CoderResult result = decoder.decode(bytes, characters.clear(), last);
		for (int i = start; i < bytes.position(); i++) {
			byteInLine++;
			if (bytes.get(i) == '\n') {
				line++;
				byteInLine = 0;
			}
		}
		bytes.compact();
		return result;
	}
}
