package org.schoolbell.bench;

/** Waiting between two looks at something outside this process. */
final class Pause {
	private Pause() {
	}

	static void millis(long millis) {
		try {
			Thread.sleep(millis);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", e);
		}
	}
}
