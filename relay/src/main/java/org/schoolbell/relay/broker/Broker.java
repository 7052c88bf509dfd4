package org.schoolbell.relay.broker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;

import org.schoolbell.relay.delivery.Carrier;
import org.schoolbell.relay.delivery.Deadline;
import org.schoolbell.relay.delivery.District;
import org.schoolbell.wire.DistrictId;

/**
 * The relay's side of the broker: one link for each district over one connection. Started and stopped by the application; starting never waits for the
 * broker, stopping waits for what is in flight.
 */
public final class Broker implements SmartLifecycle {
	/** What {@link #districts} says of a district whose queue is consumed. */
	public static final String CONSUMING = "consuming";
	private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

	private final BrokerSettings settings;
	private final BrokerConnection connection;
	private final List<DistrictLink> links;
	private volatile boolean running;

	public Broker(BrokerSettings settings, List<District> districts, Carrier carrier, SslBundles bundles, MeterRegistry registry) {
		this.settings = settings;
		this.connection = new BrokerConnection(settings, bundles);
		BrokerMetrics metrics = new BrokerMetrics(registry);
		Surroundings surroundings = new Surroundings(settings, carrier, new BatchGate(), metrics);
		this.links = districts.stream().map(district -> new DistrictLink(district, surroundings, connection)).toList();
		links.forEach(metrics::watch);
	}

	@Override
	public void start() {
		if (settings.tls()) {
			LOG.info("Broker: {}", settings.address());
		} else {
			LOG.warn("Broker: {}", settings.address());
		}
		running = true;
		links.forEach(DistrictLink::start);
	}

	/** Stops consuming, lets what is in flight be answered for a while, then leaves the broker. */
	@Override
	public void stop() {
		Deadline deadline = Deadline.in(settings.stopWithin());
		try {
			for (DistrictLink link : links) {
				link.stop(deadline);
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		} finally {
			connection.close();
			running = false;
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Whether there is a connection to the broker now. */
	public boolean connected() {
		return connection.open();
	}

	/** Each district, and {@link #CONSUMING} or why not. */
	public Map<DistrictId, String> districts() {
		Map<DistrictId, String> states = new LinkedHashMap<>();
		links.forEach(link -> states.put(link.district(), link.state()));
		return states;
	}

	/** Where the broker is, and whether the way there is encrypted. */
	public String address() {
		return settings.address();
	}
}
