package org.schoolbell.relay.delivery;

import java.util.Set;

import org.springframework.boot.context.properties.bind.DefaultValue;

import org.schoolbell.wire.ApnsTopic;
import org.schoolbell.wire.DistrictId;

/**
 * A district that this relay serves.
 *
 * @param id
 *            names its exchange and queues
 * @param topics
 *            the apps at Apple it may push to; others are answered as not served; by default none
 */
public record District(DistrictId id, @DefaultValue Set<ApnsTopic> topics) {
	@SuppressWarnings("ConstantValue") // The binder passes null for what the configuration leaves out.
	public District {
		if (id == null) {
			throw new IllegalArgumentException("schoolbell.relay.districts: a district has no id");
		}
		topics = Set.copyOf(topics);
	}
}
