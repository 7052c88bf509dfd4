package org.schoolbell.sandbox.webpush;

import java.nio.file.Path;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the Web Push service is set up.
 *
 * @param address the address to listen on; loopback unless told otherwise
 * @param port 0 takes a free one
 * @param folder where the made certificate is kept
 */
public record WebPushSettings(@DefaultValue("127.0.0.1") String address, @DefaultValue("7445") int port,
		@DefaultValue("data/sandbox") Path folder) {
	public WebPushSettings {
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("the port of the Web Push service must be 0 to 65535, not " + port);
		}
	}
}
