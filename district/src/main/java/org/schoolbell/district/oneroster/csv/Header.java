package org.schoolbell.district.oneroster.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A file's first line, matched with the columns that are asked for: in any order, in any case. */
final class Header {
	private static final int NOT_ASKED_FOR = -1;

	private final int[] slots;
	private final List<String> unread;

	private Header(int[] slots, List<String> unread) {
		this.slots = slots;
		this.unread = unread;
	}

	static Header match(String file, List<String> line, Columns columns) {
		List<String> names = line.stream().map(String::strip).toList();
		int[] slots = new int[names.size()];
		Arrays.fill(slots, NOT_ASKED_FOR);
		for (Column column : columns.all()) {
			place(file, names, column, slots);
		}
		List<String> unread = new ArrayList<>();
		for (int i = 0; i < slots.length; i++) {
			if (slots[i] == NOT_ASKED_FOR) {
				unread.add(names.get(i));
			}
		}
		requireAll(file, columns);
		return new Header(slots, unread);
	}

	private static void place(String file, List<String> names, Column column, int[] slots) {
		for (int i = 0; i < slots.length; i++) {
			if (names.get(i).toLowerCase(Locale.ROOT).equals(column.name().toLowerCase(Locale.ROOT))) {
				if (column.isPresent()) {
					throw FileFaultException.value(file, 1, column.name(), "the header names this column twice; name each column once.");
				}
				slots[i] = column.slot();
				column.found();
			}
		}
	}

	private static void requireAll(String file, Columns columns) {
		String missing = columns.all().stream().filter(column -> column.isRequired() && !column.isPresent()).map(Column::name)
				.collect(Collectors.joining(", "));
		if (!missing.isEmpty()) {
			throw FileFaultException.line(file, 1,
					"the header lacks " + missing + "; columns may come in any order, but these must be there.");
		}
	}

	/** @return how many fields each line has */
	int width() {
		return slots.length;
	}

	/** @return where the field belongs, below 0 if nobody asks for it */
	int slot(int field) {
		return slots[field];
	}

	/** @return the names that nobody asks for */
	List<String> unread() {
		return unread;
	}
}
