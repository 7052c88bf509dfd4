package org.schoolbell.sandbox.fault;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.schoolbell.sandbox.phone.Platform;

/**
 * What shall go wrong at one provider.
 *
 * @param tokenPrefix only pushes to tokens that begin so; null means all
 * @param rate the share of those pushes that get {@code answer} and {@code latencyMs}, 0 to 1 in steps of a millionth, spread evenly:
 *        0.002 is every 500th; null means 1
 * @param answer what they are answered; null means what they deserve
 * @param latencyMs how long they wait before anything is done with them, in milliseconds, up to ten minutes
 * @param disconnectEvery after how many of those pushes a connection ends; 0 means never
 * @param then how it ends; null means {@link Disconnect#GOAWAY}
 */
public record Fault(Platform platform, @Nullable String tokenPrefix, @Nullable BigDecimal rate, @Nullable FaultAnswer answer,
		long latencyMs, long disconnectEvery, @Nullable Disconnect then) {
	private static final long LONGEST_LATENCY_MS = 600_000;

	public Fault {
		check(platform != null, "platform is missing");
		check(rate == null || (rate.signum() >= 0 && rate.compareTo(BigDecimal.ONE) <= 0), "rate must be 0 to 1");
		check(latencyMs >= 0 && latencyMs <= LONGEST_LATENCY_MS, "latencyMs must be 0 to " + LONGEST_LATENCY_MS);
		check(disconnectEvery >= 0, "disconnectEvery must not be negative");
		check(then == null || disconnectEvery > 0, "then needs disconnectEvery, the number of pushes after which the connection ends");
		check(answer != null || latencyMs > 0 || disconnectEvery > 0, "one of answer, latencyMs and disconnectEvery must be given");
	}

	/** Every push is answered so. */
	public static Fault answering(Platform platform, FaultAnswer answer) {
		return new Fault(platform, null, null, answer, 0, 0, null);
	}

	/** Every push waits so long. */
	public static Fault slow(Platform platform, long latencyMs) {
		return new Fault(platform, null, null, null, latencyMs, 0, null);
	}

	/** Every {@code every}th push ends its connection. */
	public static Fault disconnecting(Platform platform, long every, Disconnect then) {
		return new Fault(platform, null, null, null, 0, every, then);
	}

	boolean concerns(Platform askedPlatform, String token) {
		return platform == askedPlatform && (tokenPrefix == null || token.startsWith(tokenPrefix));
	}

	private static void check(boolean fine, String otherwise) {
		if (!fine) {
			throw new IllegalArgumentException(otherwise);
		}
	}
}
