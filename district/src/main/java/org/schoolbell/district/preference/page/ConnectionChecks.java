package org.schoolbell.district.preference.page;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import org.schoolbell.district.dispatch.check.ConnectionCheck;
import org.schoolbell.district.dispatch.check.ConnectionReport;

/**
 * Checks the connection when somebody asks, one check at a time: whoever asks meanwhile gets the answer of the one that runs. What was found last is kept
 * for readers of the page as long as this server runs. Thread-safe.
 */
@Component
class ConnectionChecks {
	private final Callable<ConnectionReport> check;
	private final AtomicReference<@Nullable FutureTask<ConnectionReport>> running = new AtomicReference<>();
	private volatile @Nullable ConnectionReport latest;

	@Autowired
	ConnectionChecks(ConnectionCheck check) {
		this(check::run);
	}

	ConnectionChecks(Callable<ConnectionReport> check) {
		this.check = check;
	}

	/** @return what was found last by this server, if it was ever asked */
	Optional<ConnectionReport> latest() {
		return Optional.ofNullable(latest);
	}

	/**
	 * Waits for the check, which ends in a minute and a half at the latest.
	 *
	 * @throws InterruptedException if the server stops meanwhile
	 */
	ConnectionReport run() throws InterruptedException {
		FutureTask<ConnectionReport> mine = new FutureTask<>(check);
		FutureTask<ConnectionReport> theirs = running.compareAndExchange(null, mine);
		if (theirs != null) {
			return result(theirs);
		}
		try {
			mine.run();
			ConnectionReport report = result(mine);
			latest = report;
			return report;
		} finally {
			running.set(null);
		}
	}

	private static ConnectionReport result(FutureTask<ConnectionReport> task) throws InterruptedException {
		try {
			return task.get();
		} catch (ExecutionException e) {
			throw new IllegalStateException("The check of the connection failed by a fault of its own", e.getCause());
		}
	}
}
