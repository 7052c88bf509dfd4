package org.schoolbell.relay.broker;

import org.schoolbell.relay.delivery.Carrier;

/** What the links of all districts share. */
record Surroundings(BrokerSettings settings, Carrier carrier, BatchGate gate, BrokerMetrics metrics) {}
