package org.schoolbell.district.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class TestTime implements InstantSource {
	private volatile Instant now;

	public TestTime(Instant now) {
		this.now = now;
	}

	@Override
	public Instant instant() {
		return now;
	}

	public void set(Instant moment) {
		now = moment;
	}

	public void pass(Duration duration) {
		now = now.plus(duration);
	}
}
