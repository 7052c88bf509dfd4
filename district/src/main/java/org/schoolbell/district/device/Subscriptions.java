package org.schoolbell.district.device;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which browsers have to subscribe again. Each subscription is bound to the district's key that it was made with; one that is bound to another gets nothing,
 * and only a page in that browser can mend it. The mark keeps nobody from being told: if a push service was wrong, the next push goes through. Thread-safe.
 */
@Component
public class Subscriptions {
	private final JdbcClient jdbc;

	Subscriptions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Marks devices, in one statement.
	 *
	 * @param found when the subscription was seen or used; one that is registered afterwards is not meant
	 */
	@Transactional
	public void renewAtNextVisit(Map<DeviceId, Instant> found) {
		List<Map.Entry<DeviceId, Instant>> all = List.copyOf(found.entrySet());
		jdbc.sql("""
				UPDATE device.device d SET renew_at = f.at
				FROM unnest(?::bigint[], ?::timestamptz[]) AS f(device, at)
				WHERE d.id = f.device AND d.registered_at <= f.at
				""").param(all.stream().mapToLong(one -> one.getKey().value()).toArray())
				.param(all.stream().map(one -> one.getValue().toString()).toArray(String[]::new)).update();
	}

	/** @return whether the browser that this device is should subscribe again now that it visits; no longer once it has registered again */
	@Transactional(readOnly = true)
	public boolean toBeRenewed(DeviceId device) {
		return jdbc.sql("SELECT EXISTS (SELECT FROM device.device WHERE id = ? AND renew_at >= registered_at)").param(device.value())
				.query(Boolean.class).single();
	}
}
