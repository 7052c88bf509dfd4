package org.schoolbell.demo;

import java.nio.file.Files;
import java.nio.file.Path;

import org.schoolbell.sandbox.apns.ApnsSettings;
import org.schoolbell.sandbox.apns.ApnsStandIn;

/**
 * The APNs stand-in that the relay sends to.
 *
 * @param certificate PEM, which the relay trusts
 * @param signingKey the {@code .p8} file with which it signs in
 */
record StandIn(String host, int port, Path certificate, Path signingKey, String teamId, String keyId) {
	static StandIn here(ApnsStandIn apns) {
		return new StandIn("localhost", apns.port(), apns.certificate(), apns.signingKey(), apns.teamId(), apns.keyId());
	}

	/**
	 * One of another process, which shares this demo's folder of certificate and key.
	 *
	 * @throws DemoException if it has not made them
	 */
	static StandIn elsewhere(Elsewhere address, Path folder) {
		ApnsSettings usual = ApnsSettings.on(address.port(), folder);
		StandIn standIn = new StandIn(address.host(), address.port(), folder.resolve("apns-certificate.pem"),
				folder.resolve("AuthKey_" + usual.keyId() + ".p8"), usual.teamId(), usual.keyId());
		for (Path file : new Path[]{standIn.certificate, standIn.signingKey, BrowserService.beside(standIn).certificate()}) {
			if (!Files.isReadable(file)) {
				throw new DemoException("There is no " + file
						+ ": start that stand-in first, with --sandbox.apns.folder and --sandbox.web-push.folder=" + folder
						+ ".");
			}
		}
		return standIn;
	}
}
