package org.schoolbell.district.device;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/** Which devices may be told. Each question is one statement, for one device or for thousands. Thread-safe. */
@Component
public class Devices {
	private final JdbcClient jdbc;
	private final InstantSource time;

	Devices(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** @return the devices of these people that may be told now: not gone, push on, with a live session of their owner */
	@Transactional(readOnly = true)
	public List<ReachableDevice> reachable(Collection<PersonId> people) {
		return jdbc.sql("""
				SELECT d.id, d.person
				FROM device.device d
				WHERE d.person = ANY (?) AND d.endpoint IS NOT NULL AND d.gone_at IS NULL AND d.push_on
					AND EXISTS (SELECT FROM device.session s
						WHERE s.device = d.id AND s.person = d.person AND s.revoked_at IS NULL AND s.expires_at > ?)
				ORDER BY d.id
				""").param(people.stream().mapToLong(PersonId::value).toArray()).param(now())
				.query((row, _) -> new ReachableDevice(new DeviceId(row.getLong("id")), new PersonId(row.getLong("person")))).list();
	}

	/**
	 * For figures about many people: reads all devices once, however many are asked for.
	 *
	 * @param people each once
	 * @return how many of them have a device that may be told now
	 */
	@Transactional(readOnly = true)
	public int reachableAmong(Collection<PersonId> people) {
		return jdbc.sql("""
				WITH reachable AS MATERIALIZED (
					SELECT DISTINCT d.person
					FROM device.device d
					JOIN device.session s ON s.device = d.id AND s.person = d.person
					WHERE d.endpoint IS NOT NULL AND d.gone_at IS NULL AND d.push_on AND s.revoked_at IS NULL AND s.expires_at > ?)
				SELECT count(*) FROM unnest(?::bigint[]) AS asked(person) JOIN reachable USING (person)
				""").param(now()).param(people.stream().mapToLong(PersonId::value).toArray()).query(Integer.class).single();
	}

	/** @return those of these devices that may be told now, with their owners of now and their addresses */
	@Transactional(readOnly = true)
	public List<DeviceAddress> addresses(Collection<DeviceId> devices) {
		return jdbc.sql("""
				SELECT d.id, d.person, d.platform, d.endpoint, d.keys
				FROM device.device d
				WHERE d.id = ANY (?) AND d.endpoint IS NOT NULL AND d.gone_at IS NULL AND d.push_on
					AND EXISTS (SELECT FROM device.session s
						WHERE s.device = d.id AND s.person = d.person AND s.revoked_at IS NULL AND s.expires_at > ?)
				""").param(numbers(devices)).param(now())
				.query((row, _) -> new DeviceAddress(new DeviceId(row.getLong("id")), new PersonId(row.getLong("person")),
						EndpointRow.read(row)))
				.list();
	}

	/** Ends the Stay Logged In sessions of these devices: none of them is told any more, what waits to be sent included. */
	@Transactional
	public void signOut(Collection<DeviceId> devices) {
		jdbc.sql("UPDATE device.session SET revoked_at = ?, ended_by = ? WHERE device = ANY (?) AND revoked_at IS NULL").param(now())
				.param(End.SIGNED_OUT.code()).param(numbers(devices)).update();
	}

	/** Ends the Stay Logged In sessions of a person on all devices: none of them is told any more, what waits to be sent included. */
	@Transactional
	public void signOutEverywhere(PersonId person, End why) {
		jdbc.sql("UPDATE device.session SET revoked_at = ?, ended_by = ? WHERE person = ? AND revoked_at IS NULL AND expires_at > ?")
				.param(now()).param(why.code()).param(person.value()).param(now()).update();
	}

	/** Removes devices whose tokens are dead, unless they registered or were refreshed since. */
	@Transactional
	public void remove(Collection<GoneDevice> gone) {
		List<GoneDevice> all = List.copyOf(gone);
		jdbc.sql("""
				UPDATE device.device d SET gone_at = ?
				FROM unnest(?::bigint[], ?::timestamptz[]) AS gone(device, since)
				WHERE d.id = gone.device AND d.gone_at IS NULL AND d.registered_at < gone.since
				""").param(now()).param(all.stream().mapToLong(device -> device.device().value()).toArray())
				.param(all.stream().map(device -> device.since().toString()).toArray(String[]::new)).update();
	}

	private OffsetDateTime now() {
		return time.instant().atOffset(ZoneOffset.UTC);
	}

	private static long[] numbers(Collection<DeviceId> devices) {
		return devices.stream().mapToLong(DeviceId::value).toArray();
	}
}
