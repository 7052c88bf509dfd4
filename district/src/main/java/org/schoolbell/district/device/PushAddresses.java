package org.schoolbell.district.device;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.event.PersonId;

/** Takes the push address of a device from whoever stays logged in on it. Thread-safe. */
@Component
public class PushAddresses {
	private final JdbcClient jdbc;
	private final InstantSource time;

	PushAddresses(JdbcClient jdbc, InstantSource time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** What became of an address. */
	public enum Saved {
		/** The device did not have it. */
		NEW,
		/** The device had it; it is known to be alive now. */
		SAME,
		/** The person does not stay logged in on this device. */
		NOT_STAYING
	}

	private record Known(long id, @Nullable String hash) {}

	/**
	 * Gives a device its push address, in place of the one before. Doing it again changes nothing but that the address is known to be alive. The switch
	 * for pushes stays as it was. A device that had this very address is this device by an earlier sign-in whose cookies are gone: its session ends, so
	 * that one phone is told once.
	 *
	 * @param name what the app calls the device, 1 to 100 characters; empty: as it is called
	 * @throws IllegalArgumentException if the name is blank or too long
	 */
	@Transactional
	public Saved save(PersonId person, DeviceId device, Endpoint endpoint, Optional<String> name) {
		name.ifPresent(Registration::checkName);
		EndpointRow row = EndpointRow.of(endpoint);
		String hash = HexFormat.of().formatHex(row.hash());
		Instant now = time.instant();
		// In the order of their numbers, so that two who lock the same devices wait for each other and never in a circle.
		List<Known> locked = jdbc.sql("""
				SELECT id, encode(endpoint_hash, 'hex') AS hash FROM device.device WHERE id = ? OR endpoint_hash = ? ORDER BY id FOR UPDATE
				""").param(device.value()).param(row.hash()).query((found, _) -> new Known(found.getLong("id"), found.getString("hash")))
				.list();
		if (!stays(person, device, now)) {
			return Saved.NOT_STAYING;
		}
		locked.stream().filter(one -> one.id() != device.value()).forEach(one -> takeFrom(new DeviceId(one.id()), now));
		write(device, row, name, now);
		boolean same = locked.stream().anyMatch(one -> one.id() == device.value() && hash.equals(one.hash()));
		return same ? Saved.SAME : Saved.NEW;
	}

	/** @return the push address of a device on which this person stays logged in, if it has one that is not dead */
	@Transactional(readOnly = true)
	public Optional<Endpoint> of(PersonId person, DeviceId device) {
		return stays(person, device, time.instant())
				? jdbc.sql("SELECT platform, endpoint, keys FROM device.device WHERE id = ? AND endpoint IS NOT NULL AND gone_at IS NULL")
						.param(device.value()).query((row, _) -> EndpointRow.read(row)).optional()
				: Optional.empty();
	}

	private boolean stays(PersonId person, DeviceId device, Instant now) {
		return jdbc.sql("""
				SELECT EXISTS (SELECT FROM device.session s JOIN device.device d ON d.id = s.device AND d.person = s.person
					WHERE s.device = ? AND s.person = ? AND s.revoked_at IS NULL AND s.expires_at > ?)
				""").param(device.value()).param(person.value()).param(at(now)).query(Boolean.class).single();
	}

	private void takeFrom(DeviceId other, Instant now) {
		jdbc.sql("""
				UPDATE device.device SET platform = NULL, endpoint_hash = NULL, endpoint = NULL, registered_at = NULL, keys = '{}', gone_at = NULL
				WHERE id = ?
				""").param(other.value()).update();
		jdbc.sql("UPDATE device.session SET revoked_at = ?, ended_by = ? WHERE device = ? AND revoked_at IS NULL AND expires_at > ?")
				.param(at(now)).param(End.SIGNED_IN_AGAIN.code()).param(other.value()).param(at(now)).update();
	}

	private void write(DeviceId device, EndpointRow row, Optional<String> name, Instant now) {
		jdbc.sql("""
				UPDATE device.device SET platform = :platform, endpoint_hash = :hash, endpoint = :endpoint, keys = :keys::jsonb,
					registered_at = :now, gone_at = NULL,
					name = COALESCE(:name, name), system = CASE WHEN :name::text IS NULL THEN system END
				WHERE id = :device
				""").param("platform", row.platform()).param("hash", row.hash()).param("endpoint", row.address()).param("keys", row.keys())
				.param("now", at(now)).param("name", name.orElse(null)).param("device", device.value()).update();
	}

	private static OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}
}
