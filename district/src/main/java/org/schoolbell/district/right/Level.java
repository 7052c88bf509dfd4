package org.schoolbell.district.right;

/** How much somebody may do with a tool; each includes the smaller ones before it. */
public enum Level {
	/** Look at it. */
	READ,
	/** Change what is there. */
	WRITE,
	/** Make something new. */
	ADD,
	/** Remove something. */
	DELETE;

	/** @return whether whoever has this may do that */
	public boolean includes(Level wanted) {
		return compareTo(wanted) >= 0;
	}
}
