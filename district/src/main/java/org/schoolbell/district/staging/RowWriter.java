package org.schoolbell.district.staging;

/** Writes what a line says, column by column in the order of its staged file. */
@FunctionalInterface
public interface RowWriter<T> {
	void write(T record, CopyRow row);
}
