package org.schoolbell.district.oneroster;

/** Hears how far an import is. Called on the import's own thread: be quick. */
@FunctionalInterface
public interface ImportListener {
	/** Nobody listens. */
	ImportListener NONE = (_, _) -> {
	};

	/**
	 * @param step what the import does: the name of a file while it is read, else {@code checking}, {@code merging}
	 * @param lines how many of the file's lines have been read; 0 when a step begins
	 */
	void progress(String step, long lines);
}
