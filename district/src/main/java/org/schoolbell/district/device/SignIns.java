package org.schoolbell.district.device;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers devices by their push addresses and opens a session on each, for many at once. Thread-safe. */
@Component
public class SignIns {
	private final JdbcClient jdbc;
	private final InstantSource time;
	private final StaySettings settings;
	private final SecureRandom random = new SecureRandom();

	SignIns(JdbcClient jdbc, InstantSource time, StaySettings settings) {
		this.jdbc = jdbc;
		this.time = time;
		this.settings = settings;
	}

	/**
	 * Registers these devices and opens a session on each. A device that is known by its endpoint stays the same device: it gets the new owner and
	 * keys, and its earlier sessions end. All or none.
	 *
	 * @return the devices and the secrets of their sessions, in the order of the registrations
	 * @throws IllegalArgumentException if two registrations have the same endpoint
	 */
	@Transactional
	public List<Registered> register(Collection<Registration> registrations) {
		List<Signing> signings = registrations.stream()
				.map(one -> new Signing(one, EndpointRow.of(one.endpoint()), StayToken.random(random))).toList();
		if (signings.stream().map(Signing::key).distinct().count() < signings.size()) {
			throw new IllegalArgumentException("Two registrations have the same endpoint: a device is registered once");
		}
		Instant now = time.instant();
		Map<String, DeviceId> devices = upsert(signings, now);
		List<Registered> registered = signings.stream().map(one -> new Registered(present(devices, one.key()), one.session())).toList();
		openSessions(signings, registered, now);
		return registered;
	}

	/** In the order of the hashes, so that two transactions that register the same devices wait for each other and never in a circle. */
	private Map<String, DeviceId> upsert(List<Signing> signings, Instant now) {
		Map<String, DeviceId> devices = new HashMap<>();
		jdbc.sql("""
				INSERT INTO device.device (person, name, platform, endpoint_hash, endpoint, keys, registered_at)
				SELECT person, name, platform, decode(hash, 'hex'), endpoint, keys::jsonb, ?
				FROM unnest(?::bigint[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[]) AS d(person, name, platform, hash, endpoint, keys)
				ORDER BY hash
				ON CONFLICT (endpoint_hash) DO UPDATE
				SET person = excluded.person, name = excluded.name, keys = excluded.keys, push_on = true,
					registered_at = excluded.registered_at, gone_at = NULL
				RETURNING id, encode(endpoint_hash, 'hex') AS hash
				""").param(now.atOffset(ZoneOffset.UTC)).param(people(signings))
				.param(signings.stream().map(one -> one.registration().name()).toArray(String[]::new))
				.param(signings.stream().map(one -> one.endpoint().platform()).toArray(Short[]::new))
				.param(signings.stream().map(Signing::key).toArray(String[]::new))
				.param(signings.stream().map(one -> one.endpoint().address()).toArray(String[]::new))
				.param(signings.stream().map(one -> one.endpoint().keys()).toArray(String[]::new)).query(row -> {
					devices.put(row.getString("hash"), new DeviceId(row.getLong("id")));
				});
		return devices;
	}

	private void openSessions(List<Signing> signings, List<Registered> registered, Instant now) {
		long[] devices = registered.stream().mapToLong(one -> one.device().value()).toArray();
		jdbc.sql("UPDATE device.session SET revoked_at = ?, ended_by = ? WHERE device = ANY (?) AND revoked_at IS NULL")
				.param(now.atOffset(ZoneOffset.UTC)).param(End.SIGNED_IN_AGAIN.code()).param(devices).update();
		jdbc.sql("""
				INSERT INTO device.session (device, person, series_hash, token_hash, began_at, rotated_at, used_at, expires_at)
				SELECT device, person, decode(series, 'hex'), decode(hash, 'hex'), :now, :now, :now, :expires
				FROM unnest(:devices::bigint[], :people::bigint[], :series::text[], :hashes::text[]) AS s(device, person, series, hash)
				""").param("now", now.atOffset(ZoneOffset.UTC)).param("expires", settings.expiry(now, now).atOffset(ZoneOffset.UTC))
				.param("devices", devices).param("people", people(signings))
				.param("series", signings.stream().map(one -> hex(one.session().seriesHash())).toArray(String[]::new))
				.param("hashes", signings.stream().map(one -> hex(one.session().secretHash())).toArray(String[]::new)).update();
	}

	private static long[] people(List<Signing> signings) {
		return signings.stream().mapToLong(one -> one.registration().person().value()).toArray();
	}

	private static DeviceId present(Map<String, DeviceId> devices, String key) {
		DeviceId device = devices.get(key);
		if (device == null) {
			throw new IllegalStateException("A registered device has no row");
		}
		return device;
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}

	private record Signing(Registration registration, EndpointRow endpoint, StayToken session) {
		String key() {
			return hex(endpoint.hash());
		}
	}
}
