/**
 * The queues, and the only room that touches AMQP: consume batches, publish receipts, acknowledge.
 *
 * <p>In comes one queue for each district, whose name alone says whose a batch is; out go receipts, confirmed by the broker before their batch is
 * acknowledged. Batches are handed to {@link org.schoolbell.relay.delivery.Carrier}. When the broker is away the districts' links try again for ever;
 * exchanges and queues are made by whoever adds a district, so a missing one is waited for.
 */
@NullMarked
package org.schoolbell.relay.broker;

import org.jspecify.annotations.NullMarked;
