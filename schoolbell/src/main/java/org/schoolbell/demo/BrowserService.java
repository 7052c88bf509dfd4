package org.schoolbell.demo;

import java.nio.file.Path;

import org.schoolbell.sandbox.webpush.WebPushStandIn;

/**
 * The Web Push service that the relay sends to, in place of those of the browsers' makers.
 *
 * @param certificate PEM, which the relay trusts
 */
record BrowserService(String host, int port, Path certificate) {
	static BrowserService here(WebPushStandIn webPush) {
		return new BrowserService("localhost", webPush.port(), webPush.certificate());
	}

	/** The one beside a stand-in of another process, on its usual port. */
	static BrowserService beside(StandIn standIn) {
		return new BrowserService(standIn.host(), Ports.withDistrictOn(DemoOptions.USUAL_PORT).of(Ports.Part.WEB_PUSH),
				standIn.certificate().resolveSibling("web-push-certificate.pem"));
	}

	/** As the relay's list of push services has it. */
	String entry() {
		return host + ":" + port;
	}
}
