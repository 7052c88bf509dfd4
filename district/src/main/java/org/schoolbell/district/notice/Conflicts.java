package org.schoolbell.district.notice;

import java.util.function.Supplier;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Tries a whole transaction again when another one was in its way: a deadlock, or a row of the same key at the same moment. */
final class Conflicts {
	private static final int ATTEMPTS = 5;

	private Conflicts() {
	}

	/**
	 * @param transaction begins and ends a transaction of its own
	 * @throws RuntimeException what the last attempt threw, or anything that is no conflict
	 */
	static <T> T retried(Supplier<T> transaction) {
		for (int attempt = 1;; attempt++) {
			try {
				return transaction.get();
			} catch (ConcurrencyFailureException | DuplicateKeyException e) {
				if (attempt == ATTEMPTS) {
					throw e;
				}
			}
		}
	}
}
