package org.schoolbell.district.oneroster.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.event.SourcedId;

/**
 * One line of a file: its values by column, without blanks around them. What is not a value of its sort throws {@link LineFaultException}.
 */
public final class CsvLine {
	private static final int LONGEST_NAME = 500;
	private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
	private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
	private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\r\\n]+");
	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,60}(\\.\\d{0,60})?|\\.\\d{1,60})");
	private static final Pattern COMMA = Pattern.compile(",");

	private final long line;
	private final int fields;
	private final int width;
	private final @Nullable String[] values;

	CsvLine(long line, int fields, int width, @Nullable String[] values) {
		this.line = line;
		this.fields = fields;
		this.width = width;
		this.values = values;
	}

	/** @return where it starts, from 1 */
	public long line() {
		return line;
	}

	/** A line with a comma too many or too few has its values under the wrong names, so none of them is repeated. */
	public void requireWidth() {
		if (fields != width) {
			throw new LineFaultException("(line)", "", "has " + fields + " fields where the header has " + width,
					"one field for each column, quoted where it holds a comma");
		}
	}

	/** @return the value as it is, null where it is blank */
	public @Nullable String text(Column column) {
		String value = values[column.slot()];
		if (value == null) {
			return null;
		}
		String stripped = value.strip();
		if (stripped.indexOf('\0') >= 0) {
			throw new LineFaultException(column, stripped, "holds a NUL character", "text");
		}
		return stripped.isEmpty() ? null : stripped;
	}

	/** @return the value, which must be there */
	public String needed(Column column) {
		String value = text(column);
		if (value == null) {
			throw new LineFaultException(column, "", "is blank", "a value");
		}
		return value;
	}

	/** @return a name or title, on one line; null where it is blank */
	public @Nullable String name(Column column) {
		String value = text(column);
		if (value == null) {
			return null;
		}
		String name = LINE_BREAKS.matcher(value).replaceAll(" ");
		if (name.length() > LONGEST_NAME) {
			throw new LineFaultException(column, value, "has " + name.length() + " characters", "at most " + LONGEST_NAME);
		}
		if (name.chars().anyMatch(Character::isISOControl)) {
			throw new LineFaultException(column, value, "holds a control character", "text");
		}
		return name;
	}

	/** @return a name or title, which must be there */
	public String neededName(Column column) {
		needed(column);
		String name = name(column);
		return name == null ? "" : name;
	}

	/** @return a reference or the line's own name, which must be there */
	public SourcedId id(Column column) {
		return id(column, needed(column));
	}

	/** @return a reference, null where it is blank */
	public @Nullable SourcedId idOrNull(Column column) {
		String value = text(column);
		return value == null ? null : id(column, value);
	}

	/** @return a list of references with commas between them, each once */
	public List<SourcedId> ids(Column column) {
		return words(column).stream().map(value -> id(column, value)).toList();
	}

	private static SourcedId id(Column column, String value) {
		if (!SourcedId.isValid(value)) {
			throw new LineFaultException(column, value, "is no sourcedId",
					"1 to " + SourcedId.MOST_CHARACTERS + " characters, none of them a control character");
		}
		return new SourcedId(value);
	}

	/** @return a list of words with commas between them, each once */
	public List<String> words(Column column) {
		String value = text(column);
		if (value == null) {
			return List.of();
		}
		if (value.indexOf(',') < 0) {
			return List.of(value);
		}
		return Stream.of(COMMA.split(value)).map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
	}

	/** @return a day, null where it is blank; a moment gives its day in the zone */
	public @Nullable LocalDate day(Column column, ZoneId zone) {
		return day(column, zone, FIRST_DAY, LAST_DAY);
	}

	/** @return a day from the first to the last, null where it is blank; a moment gives its day in the zone */
	public @Nullable LocalDate day(Column column, ZoneId zone, LocalDate first, LocalDate last) {
		String value = text(column);
		if (value == null) {
			return null;
		}
		try {
			LocalDate day = DATE.matcher(value).matches()
					? LocalDate.parse(value)
					: OffsetDateTime.parse(value).atZoneSameInstant(zone).toLocalDate();
			if (!day.isBefore(first) && !day.isAfter(last)) {
				return day;
			}
		} catch (DateTimeException e) {
			// refused below
		}
		throw new LineFaultException(column, value, "is no date from " + first + " to " + last,
				"a date as 2026-09-01, or a moment as 2026-09-01T08:00:00Z");
	}

	/** @return a day, which must be there */
	public LocalDate neededDay(Column column, ZoneId zone) {
		needed(column);
		LocalDate day = day(column, zone);
		return day == null ? LocalDate.MIN : day;
	}

	/** @return true or false in any case, the given value where it is blank */
	public boolean flag(Column column, boolean whereBlank) {
		String value = text(column);
		if (value == null) {
			return whereBlank;
		}
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new LineFaultException(column, value, "is neither true nor false", "true or false");
		};
	}

	/** @return true or false, which must be there */
	public boolean neededFlag(Column column) {
		needed(column);
		return flag(column, false);
	}

	/**
	 * @param decimals at most so many, zeros at the end not counted
	 * @return a decimal number from the least to the most, null where it is blank
	 */
	public @Nullable BigDecimal number(Column column, BigDecimal least, BigDecimal most, int decimals) {
		String value = text(column);
		if (value == null) {
			return null;
		}
		String right = "a decimal number as 18.5, " + least.toPlainString() + " to " + most.toPlainString() + ", with at most " + decimals
				+ " decimals";
		if (!NUMBER.matcher(value).matches()) {
			throw new LineFaultException(column, value, "is no number", right);
		}
		BigDecimal number = new BigDecimal(value);
		if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
			throw new LineFaultException(column, value, "is out of range", right);
		}
		if (number.stripTrailingZeros().scale() > decimals) {
			throw new LineFaultException(column, value, "has too many decimals", right);
		}
		return number;
	}

	/** @return a word of a vocabulary, in its own spelling, which must be there */
	public String word(Column column, Vocabulary vocabulary) {
		String value = needed(column);
		String word = vocabulary.find(value);
		if (word == null) {
			throw new LineFaultException(column, value, "is none of OneRoster's words here", vocabulary.toString());
		}
		return word;
	}
}
