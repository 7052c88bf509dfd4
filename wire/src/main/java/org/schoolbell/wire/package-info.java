/**
 * The contract between district and relay: the push batch, the receipts, their limits, and the names on the broker.
 *
 * <p>In come records, or bytes from a broker; out go bytes of at most {@link org.schoolbell.wire.WireLimits#MAX_BYTES}, or records that hold
 * everything the contract asks of them, so that nobody downstream checks again. Both messages have a JSON Schema beside these classes. Tokens,
 * endpoints and texts are types whose {@code toString} shows nothing, and no exception of this package quotes what it refused.
 */
@NullMarked
package org.schoolbell.wire;

import org.jspecify.annotations.NullMarked;
