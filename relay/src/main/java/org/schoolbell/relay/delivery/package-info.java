/**
 * Carries pushes to their providers: routing, bounded work in flight, short tries again, and what is known of each credential's health.
 *
 * <p>In comes a {@link org.schoolbell.relay.delivery.Consignment}, which is one district's batch; out goes one receipt for each of its pushes, within
 * about 30 seconds. Each provider is a {@link org.schoolbell.relay.delivery.PushService} that says a sealed
 * {@link org.schoolbell.relay.delivery.Answer}; what an answer means for the district is decided here and nowhere else. Nothing is kept on disk.
 */
@NullMarked
package org.schoolbell.relay.delivery;

import org.jspecify.annotations.NullMarked;
