package org.schoolbell.relay.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.schoolbell.wire.DistrictId;

/** Counts messages by district. */
final class BrokerMetrics {
	private final MeterRegistry registry;

	BrokerMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	void taken(DistrictId district) {
		count("schoolbell.relay.batches", "Messages taken from a district's queue", district);
	}

	void setAside(DistrictId district) {
		count("schoolbell.relay.set.aside", "Messages that could not be carried, copied to the dead queue", district);
	}

	/** 1 while the district's queue is consumed. */
	void watch(DistrictLink link) {
		Gauge.builder("schoolbell.relay.consuming", link, l -> l.consuming() ? 1 : 0).description("1 while a district's queue is consumed")
				.tag("district", link.district().value()).register(registry);
	}

	private void count(String name, String description, DistrictId district) {
		Counter.builder(name).description(description).tag("district", district.value()).register(registry).increment();
	}
}
