package org.schoolbell.bench;

import java.util.HashMap;
import java.util.Map;

/** What was posted and taken, and so what the phones must show in the end. Thread-safe. */
final class Ledger {
	private final Map<String, Integer> phoneNotices = new HashMap<>();
	private long changes;
	private long notices;
	private long pushes;

	/** The district has answered that it holds this score. */
	synchronized void taken(Audience.Expected expected) {
		changes++;
		notices += expected.phones().size();
		expected.phones().forEach((person, phones) -> {
			pushes += phones;
			phoneNotices.merge(person, phones, Integer::sum);
		});
	}

	synchronized long changes() {
		return changes;
	}

	/** @return how many inbox lines there must be */
	synchronized long notices() {
		return notices;
	}

	/** @return how many notices the phones must show, a notice on two phones counted twice */
	synchronized long pushes() {
		return pushes;
	}

	/** @return how many notices are not shown on the phone on which they must be */
	synchronized long lost(Phones phones) {
		return phoneNotices.entrySet().stream().mapToLong(owed -> Math.max(0, owed.getValue() - phones.shownTo(owed.getKey()))).sum();
	}

	/** @return how many notices are shown to whom they must not be */
	synchronized long unexpected(Phones phones) {
		return phones.people().stream().mapToLong(person -> Math.max(0, phones.shownTo(person) - phoneNotices.getOrDefault(person, 0)))
				.sum();
	}

	/** Looks at the phones until all is shown, or nothing new has come for so many seconds. */
	void await(Phones phones, int quietSeconds) {
		long quietSince = System.nanoTime();
		long shown = -1;
		while (phones.shown() < pushes() && System.nanoTime() - quietSince < quietSeconds * 1_000_000_000L) {
			phones.look();
			if (phones.shown() != shown) {
				shown = phones.shown();
				quietSince = System.nanoTime();
			}
			Pause.millis(20);
		}
	}
}
