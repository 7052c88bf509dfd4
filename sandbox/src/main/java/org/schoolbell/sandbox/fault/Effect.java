package org.schoolbell.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * What one push suffers.
 *
 * @param latencyMs waits so long first, in milliseconds
 * @param answer gets this answer; null the one it deserves
 * @param disconnect then its connection ends; null it stays
 */
public record Effect(long latencyMs, @Nullable FaultAnswer answer, @Nullable Disconnect disconnect) {
	public static final Effect NONE = new Effect(0, null, null);
}
