package org.schoolbell.district.oneroster.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * One CSV file of an archive, read line by line as RFC 4180 has it: UTF-8 with or without a byte order mark, quotes, line breaks inside quotes, any line ending. Not thread-safe.
 */
public final class CsvFile {
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Archive archive;
	private final String name;
	private final LineHandler handler;

	CsvFile(Archive archive, String name, Columns columns, int lineCharacters) {
		this.archive = archive;
		this.name = name;
		this.handler = new LineHandler(name, columns, lineCharacters);
	}

	/**
	 * Reads the file once, to its end.
	 *
	 * @param each takes every line after the header
	 * @throws FileFaultException if the file cannot be read as UTF-8 or CSV, or lacks a column
	 */
	public void forEach(Consumer<CsvLine> each) {
		try (CsvReader<CsvLine> lines = reader(); CloseableIterator<CsvLine> iterator = lines.iterator()) {
			if (!iterator.hasNext()) {
				throw FileFaultException.file(name, "the file is empty; it needs a header.");
			}
			iterator.next();
			iterator.forEachRemaining(each);
		} catch (CsvParseException e) {
			throw fault(e);
		} catch (UncheckedIOException e) {
			throw fault(e);
		} catch (IOException e) {
			throw fault(e);
		}
	}

	/** @return columns of the file that nobody asked for; known once the file has been read */
	public List<String> unreadColumns() {
		Header header = handler.header();
		return header == null ? List.of() : header.unread();
	}

	private CsvReader<CsvLine> reader() throws IOException {
		InputStreamReader characters = new InputStreamReader(archive.open(name), StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
		return CsvReader.builder().allowUnclosedQuote(false).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
				.missingFieldStrategy(FieldMismatchStrategy.IGNORE).maxBufferSize(Math.max(handler.lineCharacters(), 1 << 13))
				.build(handler, withoutByteOrderMark(new BufferedReader(characters)));
	}

	/** The mark goes before the parser looks: behind it a quote would not be the first character of its field. */
	private static Reader withoutByteOrderMark(BufferedReader characters) throws IOException {
		characters.mark(1);
		if (characters.read() != BYTE_ORDER_MARK) {
			characters.reset();
		}
		return characters;
	}

	private FileFaultException fault(CsvParseException e) {
		if (e.getCause() instanceof FileFaultException fault) {
			return fault;
		}
		String message = String.valueOf(e.getMessage());
		if (message.startsWith("The maximum buffer size")) {
			return LineHandler.tooLong(name, handler.line(), handler.lineCharacters());
		}
		return FileFaultException.line(name, handler.line(),
				"this is no CSV: a quote is not closed, or text follows a closing quote. Quote the whole field and double the quotes inside it.");
	}

	private FileFaultException fault(Exception e) {
		if (e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException) {
			return new Utf8Fault(name).locate(archive.open(name));
		}
		return FileFaultException.file(name, "the archive is damaged here; pack it anew.");
	}
}
