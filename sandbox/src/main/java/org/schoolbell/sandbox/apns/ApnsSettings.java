package org.schoolbell.sandbox.apns;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the APNs stand-in is set up.
 *
 * @param address the address to listen on; loopback unless told otherwise
 * @param port 0 takes a free one
 * @param folder where the made certificate and keys are kept
 * @param teamId the developer team that the signing key belongs to, and {@code keyId} the key's name, ten characters each at Apple
 * @param topics the apps that this key may push to; the first is that of phones that name none
 * @param tls an own certificate instead of the made one
 * @param verificationKey PEM file of an own public key (P-256), whose private half the sender signs with, instead of the made one
 */
public record ApnsSettings(@DefaultValue(LOOPBACK) String address, @DefaultValue("7443") int port,
		@DefaultValue("data/sandbox") Path folder,
		@DefaultValue(TEAM_ID) String teamId, @DefaultValue(KEY_ID) String keyId, @DefaultValue(TOPIC) List<String> topics,
		@Nullable Tls tls,
		@Nullable Path verificationKey) {
	static final String LOOPBACK = "127.0.0.1";
	static final String TEAM_ID = "SCHOOLBELL";
	static final String KEY_ID = "SANDBOXKEY";
	static final String TOPIC = "org.example.portal";

	public ApnsSettings {
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("the port of the APNs stand-in must be 0 to 65535, not " + port);
		}
		if (topics.isEmpty()) {
			throw new IllegalArgumentException("the APNs stand-in needs at least one topic");
		}
		topics = List.copyOf(topics);
	}

	/** Everything as usual, on this port and in this folder. */
	public static ApnsSettings on(int port, Path folder) {
		return new ApnsSettings(LOOPBACK, port, folder, TEAM_ID, KEY_ID, List.of(TOPIC), null, null);
	}

	/** PEM files of a certificate (with its chain) and its PKCS #8 private key. */
	public record Tls(Path certificate, Path privateKey) {}
}
