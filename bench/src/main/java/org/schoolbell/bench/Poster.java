package org.schoolbell.bench;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Saves scores at a steady pace, like a careful integration: what has not been answered is sent again until it is. A score that was saved
 * before the answer was lost is answered "unchanged" the second time, which counts as taken.
 */
final class Poster implements AutoCloseable {
	private static final int BATCH = 10;
	private static final int PAUSE_MILLIS = 50;

	private final Victim victim;
	private final List<Audience.Expected> scores;
	private final Ledger ledger;
	private final Thread thread;
	private volatile @Nullable RuntimeException failure;
	private volatile boolean closed;

	private Poster(Victim victim, List<Audience.Expected> scores, Ledger ledger) {
		this.victim = victim;
		this.scores = scores;
		this.ledger = ledger;
		this.thread = Thread.ofPlatform().name("poster").unstarted(this::run);
	}

	static Poster start(Victim victim, List<Audience.Expected> scores, Ledger ledger) {
		Poster poster = new Poster(victim, scores, ledger);
		poster.thread.start();
		return poster;
	}

	/** Waits until so many scores have been taken. */
	void awaitPosted(int count) {
		while (ledger.changes() < count) {
			RuntimeException thrown = failure;
			if (thrown != null) {
				throw thrown;
			}
			Pause.millis(5);
		}
	}

	@Override
	public void close() {
		closed = true;
		try {
			thread.join();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		try {
			for (int i = 0; i < scores.size() && !closed; i += BATCH) {
				post(scores.subList(i, Math.min(scores.size(), i + BATCH)));
				Pause.millis(PAUSE_MILLIS);
			}
		} catch (RuntimeException e) {
			failure = e;
		}
	}

	private void post(List<Audience.Expected> batch) {
		while (!closed) {
			try {
				List<Integer> statuses = victim.api().post(batch.stream().map(Audience.Expected::score).toList());
				if (!statuses.stream().allMatch(status -> status == 201 || status == 200)) {
					throw new IllegalStateException("A score of the sample was refused: " + statuses);
				}
				batch.forEach(ledger::taken);
				return;
			} catch (IOException e) {
				// Killed meanwhile, or not up again yet.
				Pause.millis(PAUSE_MILLIS);
			}
		}
	}
}
