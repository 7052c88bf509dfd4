package org.schoolbell.district.staging;

/** Another import holds the district's import lock. Try again when it is done. */
public final class ImportRunningException extends RuntimeException {
	ImportRunningException() {
		super("Another import into this district is running; wait until it is done, then start this one again.");
	}
}
