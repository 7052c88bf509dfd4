package org.schoolbell.district.preference;

import java.time.InstantSource;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;

/** "Enable Push Notifications", one switch for all schools of the district. Off, everything is decided and traced, and the inbox goes on. Thread-safe. */
@Component
public class PushSwitch {
	/** What the audit trail calls this. */
	public static final String TOOL = "push-notifications";
	public static final String THING = "enabled";

	private final JdbcClient jdbc;
	private final Trail trail;
	private final InstantSource time;

	PushSwitch(JdbcClient jdbc, Trail trail, InstantSource time) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.time = time;
	}

	/**
	 * The switch at one moment.
	 *
	 * @param enabled whether pushes may leave
	 * @param version grows with each change
	 */
	public record State(boolean enabled, long version) {}

	/** What became of somebody's wish. */
	public sealed interface Saving {
		/** It is as wished, whether or not it was so before. */
		record Saved(State now) implements Saving {}

		/** Somebody else has changed it to the opposite meanwhile. Nothing was changed. */
		record Conflict(State now) implements Saving {}
	}

	/** @return whether pushes may leave */
	@Transactional(readOnly = true)
	public boolean enabled() {
		return state().enabled();
	}

	@Transactional(readOnly = true)
	public State state() {
		return read("SELECT push_enabled, version FROM preference.district");
	}

	/** Switches pushes on or off, also for those that wait to be sent. Where it is so already nothing changes. */
	@Transactional
	public void set(boolean enabled, Origin origin) {
		change(locked(), enabled, origin);
	}

	/**
	 * The same for somebody who has seen the switch.
	 *
	 * @param seen the version that was seen
	 */
	@Transactional
	public Saving save(boolean enabled, long seen, Origin origin) {
		State now = locked();
		if (now.version() != seen && now.enabled() != enabled) {
			return new Saving.Conflict(now);
		}
		return new Saving.Saved(change(now, enabled, origin));
	}

	private State change(State now, boolean enabled, Origin origin) {
		if (now.enabled() == enabled) {
			return now;
		}
		State next = new State(enabled, now.version() + 1);
		jdbc.sql("UPDATE preference.district SET push_enabled = ?, version = ?, changed_at = ?").param(enabled).param(next.version())
				.param(time.instant().atOffset(ZoneOffset.UTC)).update();
		trail.append(origin, new Change(TOOL, THING, Boolean.toString(now.enabled()), Boolean.toString(enabled)));
		return next;
	}

	/** Until the transaction ends nobody else changes it. */
	private State locked() {
		return read("SELECT push_enabled, version FROM preference.district FOR UPDATE");
	}

	private State read(String sql) {
		return jdbc.sql(sql).query((row, _) -> new State(row.getBoolean("push_enabled"), row.getLong("version"))).single();
	}
}
