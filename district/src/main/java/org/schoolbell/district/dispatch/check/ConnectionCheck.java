package org.schoolbell.district.dispatch.check;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import org.schoolbell.district.dispatch.BrokerLink;
import org.schoolbell.district.dispatch.BrokerSettings;
import org.schoolbell.district.dispatch.CheckAnswers;

/**
 * Walks to the relay and back: DNS, TCP, TLS, sign-in, publish, receipt. It changes nothing, tells nobody, and may be run while the server publishes, by
 * several at once. Thread-safe.
 */
@Component
public final class ConnectionCheck {
	private static final Duration NETWORK = Duration.ofSeconds(10);
	/** The relay answers a check at once, unless it is starting or tries a batch alone, which takes up to half a minute. */
	private static final BrokerProbe.Patience USUAL = new BrokerProbe.Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));

	private final BrokerSettings settings;
	private final BrokerLink link;
	private final @Nullable CheckAnswers answers;
	private final InstantSource time;
	private final BrokerProbe.Patience patience;

	/** @param answers null where there is no database; the answer is then seen only if no server takes this district's receipts */
	@Autowired
	public ConnectionCheck(BrokerSettings settings, BrokerLink link, @Nullable CheckAnswers answers, InstantSource time) {
		this(settings, link, answers, time, USUAL);
	}

	ConnectionCheck(BrokerSettings settings, BrokerLink link, @Nullable CheckAnswers answers, InstantSource time,
			BrokerProbe.Patience patience) {
		this.settings = settings;
		this.link = link;
		this.answers = answers;
		this.time = time;
		this.patience = patience;
	}

	/** @return what was found; it takes less than a second where all is well, and at most a minute and a half */
	public ConnectionReport run() throws InterruptedException {
		return run(_ -> {
		});
	}

	/**
	 * @param progress is told each step as soon as it is done, on this thread
	 * @return what was found
	 * @throws InterruptedException if the thread is interrupted
	 */
	public ConnectionReport run(Consumer<Step> progress) throws InterruptedException {
		try (Walk walk = new Walk(settings, link, new BrokerProbe(settings, link, answers, patience), NETWORK, progress)) {
			return walk.go(time);
		}
	}
}
