package org.schoolbell.district.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/** The devices on which a person stays logged in, for that person. Whose device it is, each statement asks. Thread-safe. */
@Component
public class OwnDevices {
	/** For so long a session that has ended is told of. */
	private static final Duration LATELY = Duration.ofDays(30);
	private static final int MOST_ENDED = 10;

	private final JdbcClient jdbc;
	private final InstantSource time;

	OwnDevices(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** @return the devices on which this person stays logged in, the one that was used last first */
	@Transactional(readOnly = true)
	public List<OwnDevice> of(PersonId person) {
		return jdbc.sql("""
				SELECT d.id, d.name, d.system, d.push_on, d.platform, d.gone_at IS NOT NULL AS lost, s.began_at, s.used_at
				FROM device.session s
				JOIN device.device d ON d.id = s.device AND d.person = s.person
				WHERE s.person = ? AND s.revoked_at IS NULL AND s.expires_at > ?
				ORDER BY s.used_at DESC, s.id DESC
				""").param(person.value()).param(now()).query((row, _) -> device(row)).list();
	}

	/** @return this device, if the person stays logged in on it */
	@Transactional(readOnly = true)
	public Optional<OwnDevice> of(PersonId person, DeviceId device) {
		return of(person).stream().filter(own -> own.id().equals(device)).findAny();
	}

	/** @return where the person stayed logged in until lately and why no more, the last first; not where they signed in again */
	@Transactional(readOnly = true)
	public List<EndedStay> endedOf(PersonId person) {
		Instant now = time.instant();
		return jdbc.sql("""
				SELECT CASE WHEN d.person = s.person THEN d.name END AS name, CASE WHEN d.person = s.person THEN d.system END AS system,
					COALESCE(s.revoked_at, s.expires_at) AS ended_at, COALESCE(s.ended_by, :expired) AS why
				FROM device.session s
				JOIN device.device d ON d.id = s.device
				WHERE s.person = :person AND COALESCE(s.revoked_at, s.expires_at) BETWEEN :since AND :now
					AND s.ended_by IS DISTINCT FROM :again
				ORDER BY ended_at DESC, s.id DESC LIMIT :most
				""").param("expired", End.EXPIRED.code()).param("person", person.value()).param("since", at(now.minus(LATELY)))
				.param("now", at(now)).param("again", End.SIGNED_IN_AGAIN.code()).param("most", MOST_ENDED)
				.query((row, _) -> new EndedStay(Optional.ofNullable(row.getString("name")), Optional.ofNullable(row.getString("system")),
						moment(row, "ended_at"), End.of(row.getInt("why"))))
				.list();
	}

	/**
	 * Switches pushes to a device on or off, for what waits to be sent too.
	 *
	 * @return whether the person stays logged in on such a device
	 */
	@Transactional
	public boolean push(PersonId person, DeviceId device, boolean on) {
		return jdbc.sql("""
				UPDATE device.device d SET push_on = ?
				WHERE d.id = ? AND d.person = ? AND EXISTS (SELECT FROM device.session s
					WHERE s.device = d.id AND s.person = d.person AND s.revoked_at IS NULL AND s.expires_at > ?)
				""").param(on).param(device.value()).param(person.value()).param(now()).update() > 0;
	}

	/**
	 * Ends the session on a device: it is not told any more, what waits to be sent included, and whoever is signed in there by it is not.
	 *
	 * @return whether the person stayed logged in on such a device
	 */
	@Transactional
	public boolean signOut(PersonId person, DeviceId device, End why) {
		return jdbc.sql("""
				UPDATE device.session SET revoked_at = :now, ended_by = :end
				WHERE device = :device AND person = :person AND revoked_at IS NULL AND expires_at > :now
				""").param("now", now()).param("end", why.code()).param("device", device.value()).param("person", person.value())
				.update() > 0;
	}

	private static OwnDevice device(ResultSet row) throws SQLException {
		Integer platform = row.getObject("platform", Integer.class);
		return new OwnDevice(new DeviceId(row.getLong("id")), row.getString("name"), Optional.ofNullable(row.getString("system")),
				row.getBoolean("push_on"), Optional.ofNullable(platform).map(EndpointRow::platform), row.getBoolean("lost"),
				moment(row, "began_at"), moment(row, "used_at"));
	}

	private OffsetDateTime now() {
		return at(time.instant());
	}

	private static OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}
}
