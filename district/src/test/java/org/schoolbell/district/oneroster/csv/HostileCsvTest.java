package org.schoolbell.district.oneroster.csv;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostileCsvTest {
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	@TempDir
	private Path folder;

	private record Read(long line, String id, String name) {}

	@ParameterizedTest
	@ValueSource(strings = {"\n", "\r\n", "\r"})
	void anyLineEndingSeparatesLines(String end) {
		assertThat(read(String.join(end, "id,name", "a,Ana", "b,Ben", ""))).containsExactly(new Read(2, "a", "Ana"),
				new Read(3, "b", "Ben"));
	}

	@Test
	void lineEndingsMayBeMixedAndLinesBlank() {
		assertThat(read("id,name\r\n\r\na,Ana\rb,Ben\n\nc,Carla")).extracting(Read::id).containsExactly("a", "b", "c");
	}

	@Test
	void aByteOrderMarkIsNoPartOfTheHeaderAlsoBeforeAQuote() {
		assertThat(read(BYTE_ORDER_MARK + "id,name\na,Ana\n")).hasSize(1);
		assertThat(read(BYTE_ORDER_MARK + "\"id\",\"name\"\n\"a\",\"Ana\"\n")).containsExactly(new Read(2, "a", "Ana"));
	}

	@Test
	void aQuotedFieldMayHoldLineBreaksCommasAndQuotesAndLaterLinesKeepTheirNumbers() {
		assertThat(read("id,name\na,\"Ana \"\"A\"\",\nLopez\"\nb,Ben\n")).containsExactly(new Read(2, "a", "Ana \"A\", Lopez"),
				new Read(4, "b", "Ben"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "مريم العلي", "👩‍👧 Zoë", "Zoe\u0308 Nuñez", "\\N", "NULL",
			"O'Brien; DROP TABLE x --"})
	void aNameIsKeptAsItIsWhateverASpreadsheetOrDatabaseWouldMakeOfIt(String name) {
		assertThat(read("id,name\na,\"" + name.replace("\"", "\"\"") + "\"\n")).containsExactly(new Read(2, "a", name));
	}

	@ParameterizedTest
	@ValueSource(strings = {"a\n", "a,Ana,\n", "a,Ana,x,y\n", " \n"})
	void aLineWithFieldsTooManyOrTooFewIsRejected(String line) {
		assertThatThrownBy(() -> read("id,name\n" + line)).isInstanceOf(LineFaultException.class)
				.hasMessageContaining("fields where the header");
	}

	@Test
	void aTrailingCommaOnEveryLineIsAColumnWithoutAName() {
		assertThat(read("id,name,\na,Ana,\n")).containsExactly(new Read(2, "a", "Ana"));
	}

	@Test
	void aNulInAValueRejectsTheLineAndInAHeaderTheFile() {
		assertThatThrownBy(() -> read("id,name\na,A\0na\n")).isInstanceOf(LineFaultException.class).hasMessageContaining("NUL");
		assertRefused("id,na\0me\na,Ana\n", "x.csv, line 1: the header lacks name");
	}

	@Test
	void aHeaderAloneHasNoLinesAndAnEmptyFileNoHeader() {
		assertThat(read("id,name\n")).isEmpty();
		assertRefused("", "x.csv: the file is empty");
	}

	@Test
	void aHeaderThatLacksAColumnOrNamesOneTwiceFailsTheFile() {
		assertRefused("id\na\n", "x.csv, line 1: the header lacks name");
		assertRefused("id,name,NAME\na,Ana,Ben\n", "x.csv, line 1, column name: the header names this column twice");
	}

	@ParameterizedTest
	@ValueSource(strings = {"a,\"Ana", "a,\"Ana\"Lopez\n"})
	void aQuoteThatDoesNotFitFailsTheFile(String line) {
		assertRefused("id,name\n" + line, "x.csv, line 2: this is no CSV");
	}

	@Test
	void aLineOrFieldThatIsTooLongFailsTheFileWithItsLine() {
		int most = ArchiveLimits.DEFAULT.lineCharacters();
		assertRefused("id,name\na,Ana\nb," + "x".repeat(most) + "\n", "x.csv, line 3: the line is longer than " + most);
		assertRefused("id,name\nb," + ",".repeat(most) + "\n", "x.csv, line 2: the line is longer than " + most);
		assertRefused("id,name\nb,\"" + "x\n".repeat(5 << 20) + "\"\n", "x.csv, line 2: the line is longer than " + most);
		assertRefused("id," + "x".repeat(10 << 20) + "\n", "x.csv, line 1: the line is longer than " + most);
	}

	@Test
	void whatIsNotUtf8FailsTheFileWithTheLine() {
		assertRefused("id,name\na,Zo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1), "x.csv, line 2: byte 5 of the line is not UTF-8");
		assertRefused("id,name\na,Ana\n".getBytes(StandardCharsets.UTF_16), "x.csv, line 1: the file is UTF-16");
		byte[] whole = "id,name\na,Zo\u00eb".getBytes(StandardCharsets.UTF_8);
		assertRefused(java.util.Arrays.copyOf(whole, whole.length - 1), "x.csv, line 2: byte 5 of the line is not UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = {"0000-01-01", "2026-02-30", "20260901", "+12345-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "01/09/2026"})
	void aDayThatNoCalendarOfASchoolHasIsRejected(String day) {
		Columns columns = new Columns();
		Column column = columns.required("day");
		try (Archive archive = archive(("day\n" + day + "\n").getBytes(StandardCharsets.UTF_8))) {
			assertThatThrownBy(() -> archive.file("x", columns).forEach(line -> line.day(column, ZoneOffset.UTC)))
					.isInstanceOf(LineFaultException.class).hasMessageContaining("is no date");
		}
	}

	private void assertRefused(String text, String message) {
		assertRefused(text.getBytes(StandardCharsets.UTF_8), message);
	}

	private void assertRefused(byte[] text, String message) {
		assertThatThrownBy(() -> read(text)).isInstanceOf(FileFaultException.class).hasMessageStartingWith(message);
	}

	private List<Read> read(String text) {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private List<Read> read(byte[] text) {
		Columns columns = new Columns();
		Column id = columns.required("id");
		Column name = columns.required("name");
		List<Read> lines = new ArrayList<>();
		try (Archive archive = archive(text)) {
			archive.file("x", columns).forEach(line -> {
				line.requireWidth();
				lines.add(new Read(line.line(), line.id(id).value(), line.neededName(name)));
			});
		}
		return lines;
	}

	private Archive archive(byte[] text) {
		Path file = folder.resolve("x.zip");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			// Stored, so that a long line is not taken for a bomb.
			zip.setLevel(0);
			zip.putNextEntry(new ZipEntry("x.csv"));
			zip.write(text);
			zip.closeEntry();
		} catch (java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
		return Archive.open(file, ArchiveLimits.DEFAULT);
	}
}
