package org.schoolbell.district.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import org.schoolbell.district.dispatch.ConnectionState.Connected;
import org.schoolbell.district.dispatch.ConnectionState.Down;
import org.schoolbell.district.dispatch.ConnectionState.NotConfigured;
import org.schoolbell.district.dispatch.ConnectionState.Reason;
import org.schoolbell.district.dispatch.ConnectionState.StandingBy;

/** How this server stands to the relay's broker, now. Thread-safe. */
@Component
public class DispatchStatus {
	private static final Logger LOG = LoggerFactory.getLogger(DispatchStatus.class);

	private final BrokerSettings broker;
	private final InstantSource time;
	private final AtomicReference<ConnectionState> connection;
	private volatile Duration clockSkew = Duration.ZERO;

	DispatchStatus(BrokerSettings broker, InstantSource time) {
		this.broker = broker;
		this.time = time;
		this.connection = new AtomicReference<>(
				broker.host() == null ? new NotConfigured(time.instant()) : new Down(time.instant(), Reason.STARTING));
	}

	/** @return the state of the connection */
	public ConnectionState connection() {
		return connection.get();
	}

	/** @return false if the configuration asks for plain AMQP, which is not for production */
	public boolean encrypted() {
		return broker.tls();
	}

	/** @return by how much the relay's clock was seen to be wrong against ours, lately; zero if it was not */
	public Duration clockSkew() {
		return clockSkew;
	}

	void skewSeen(Duration skew) {
		clockSkew = skew;
	}

	void connected() {
		become(new Connected(time.instant()));
	}

	void standingBy() {
		become(new StandingBy(time.instant()));
	}

	void down(Reason reason) {
		become(new Down(time.instant(), reason));
	}

	/** What goes on keeps its first moment, and only a change is logged: a broker that is away for hours is one line. */
	private void become(ConnectionState state) {
		ConnectionState before = connection.getAndUpdate(old -> following(old, state));
		if (!connection.get().equals(before)) {
			log(state);
		}
	}

	private static ConnectionState following(ConnectionState old, ConnectionState state) {
		if (old instanceof Down was && state instanceof Down is) {
			return new Down(was.since(), is.reason());
		}
		return old.getClass() == state.getClass() ? old : state;
	}

	private void log(ConnectionState state) {
		switch (state) {
			case Connected _ -> LOG.info("Publishing to {}:{} over {}", broker.host(), broker.port(),
					broker.tls() ? "TLS" : "plain AMQP, NOT ENCRYPTED, as configured");
			case StandingBy _ -> LOG.info("Standing by: another server of this district publishes");
			case Down down when down.reason() == Reason.STOPPED -> LOG.info("Publishing has stopped");
			case Down down -> LOG.warn("Nothing is published to {}:{}: {}. Saving goes on, and pushes wait in the outbox", broker.host(),
					broker.port(), down.reason().sentence());
			case NotConfigured _ -> throw new IllegalStateException("The configuration does not change");
		}
	}
}
