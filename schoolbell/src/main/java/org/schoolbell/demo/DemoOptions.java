package org.schoolbell.demo;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What a person may choose about a demo.
 *
 * @param dataDir where it keeps everything
 * @param port of the district; 0 takes free ports for everything
 * @param reset whether to make the data anew
 * @param standIn an APNs stand-in of another process to send to, {@code HOST:PORT}; null starts one here
 */
public record DemoOptions(Path dataDir, int port, boolean reset, SampleRequest sample, @Nullable String standIn) {
	/** The district's port where nothing was said. */
	public static final int USUAL_PORT = 8080;
	private static final int HIGHEST_PORT = 65_535;

	/** @throws IllegalArgumentException that says what is right */
	public DemoOptions {
		if (port < 0 || port > HIGHEST_PORT) {
			throw new IllegalArgumentException("--port is 0 to 65535, not " + port);
		}
		if (standIn != null && Elsewhere.parse(standIn) == null) {
			throw new IllegalArgumentException("--apns is HOST:PORT, such as localhost:7443, not " + standIn);
		}
	}
}
