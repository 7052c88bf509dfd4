package org.schoolbell.district.preference.page;

import java.time.InstantSource;
import java.util.Locale;

import org.springframework.stereotype.Component;

import org.schoolbell.district.dispatch.BrokerSecurity;
import org.schoolbell.district.dispatch.ConnectionState;
import org.schoolbell.district.dispatch.ConnectionState.Down;
import org.schoolbell.district.dispatch.ConnectionState.Reason;
import org.schoolbell.district.dispatch.DispatchStatus;
import org.schoolbell.district.preference.ShadowFigures;
import org.schoolbell.district.preference.page.ConnectionView.Outage;
import org.schoolbell.district.preference.page.ConnectionView.State;

/** Puts into words for the page how this server stands to the broker. Thread-safe. */
@Component
class Connections {
	private final DispatchStatus status;
	private final BrokerSecurity security;
	private final ConnectionChecks checks;
	private final ShadowFigures shadow;
	private final InstantSource time;

	Connections(DispatchStatus status, BrokerSecurity security, ConnectionChecks checks, ShadowFigures shadow, InstantSource time) {
		this.status = status;
		this.security = security;
		this.checks = checks;
		this.shadow = shadow;
		this.time = time;
	}

	ConnectionView now() {
		ConnectionState connection = status.connection();
		State state = state(connection, security.encrypted());
		// Counting reads the whole outbox, which is short unless nothing leaves.
		Outage outage = state == State.DOWN && connection instanceof Down down
				? new Outage(key(down.reason()), down.since(), shadow.waiting())
				: null;
		return new ConnectionView(state, outage, security.encrypted(), security.contact().orElse(null), checks.latest().orElse(null),
				time.instant());
	}

	static State state(ConnectionState connection, boolean encrypted) {
		return switch (connection) {
			case ConnectionState.Connected _ -> encrypted ? State.CONNECTED : State.UNENCRYPTED;
			case ConnectionState.StandingBy _ -> State.STANDING_BY;
			case ConnectionState.NotConfigured _ -> State.NOT_CONFIGURED;
			case Down(var _, Reason reason) when reason == Reason.STARTING || reason == Reason.STOPPED -> State.BETWEEN;
			case Down _ -> State.DOWN;
		};
	}

	static String key(Reason reason) {
		return "push.down." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
