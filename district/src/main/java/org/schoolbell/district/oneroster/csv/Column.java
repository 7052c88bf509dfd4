package org.schoolbell.district.oneroster.csv;

/** A column that a reader of a file asks for. */
public final class Column {
	private final String name;
	private final boolean required;
	private final int slot;
	private boolean present;

	Column(String name, boolean required, int slot) {
		this.name = name;
		this.required = required;
		this.slot = slot;
	}

	/** @return OneRoster's name for it */
	public String name() {
		return name;
	}

	/** @return whether the file has it; known once the file is open */
	public boolean isPresent() {
		return present;
	}

	boolean isRequired() {
		return required;
	}

	int slot() {
		return slot;
	}

	void found() {
		present = true;
	}
}
