package org.schoolbell.district.device;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.schoolbell.district.event.PersonId;

/** What people call their devices, gone ones too. Thread-safe. */
@Repository
public class DeviceNames {
	private final JdbcClient jdbc;

	DeviceNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @return the names of those of the devices that are this person's now */
	public Map<DeviceId, String> of(PersonId person, Collection<DeviceId> devices) {
		Map<DeviceId, String> names = HashMap.newHashMap(devices.size());
		jdbc.sql("SELECT id, name FROM device.device WHERE person = ? AND id = ANY (?)").param(person.value())
				.param(devices.stream().mapToLong(DeviceId::value).toArray()).query(row -> {
					names.put(new DeviceId(row.getLong("id")), row.getString("name"));
				});
		return names;
	}
}
