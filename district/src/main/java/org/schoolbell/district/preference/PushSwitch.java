package org.schoolbell.district.preference;

import java.time.InstantSource;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "Enable Push Notifications", one switch for all schools of the district. Off, everything is decided and traced, and the inbox goes on. Thread-safe. */
@Component
public class PushSwitch {
	private final JdbcClient jdbc;
	private final InstantSource time;

	PushSwitch(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** @return whether pushes may leave */
	@Transactional(readOnly = true)
	public boolean enabled() {
		return jdbc.sql("SELECT push_enabled FROM preference.district").query(Boolean.class).single();
	}

	/** Switches pushes on or off, also for those that wait to be sent. */
	@Transactional
	public void set(boolean enabled) {
		jdbc.sql("UPDATE preference.district SET push_enabled = ?, changed_at = ?").param(enabled)
				.param(time.instant().atOffset(ZoneOffset.UTC)).update();
	}
}
