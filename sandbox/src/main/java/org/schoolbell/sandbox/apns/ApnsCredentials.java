package org.schoolbell.sandbox.apns;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The files that the two ends of a connection need.
 *
 * @param certificate PEM, what the sender trusts
 * @param server PEM of the stand-in's certificate with its chain, and {@code serverKey} of its private key; may be one file
 * @param verificationKey PEM, what a sender's tokens are verified with
 * @param signingKey PKCS #8 in PEM, what the sender signs them with; null if only the sender has it
 */
record ApnsCredentials(Path certificate, Path server, Path serverKey, Path verificationKey, @Nullable Path signingKey) {
	/** Those of the settings, and made ones where the settings name none. */
	static ApnsCredentials of(ApnsSettings settings, CredentialFolder folder) throws IOException {
		CredentialFolder.TlsFiles tls = settings.tls() == null ? folder.tls() : ownTls(settings.tls());
		if (settings.verificationKey() != null) {
			return new ApnsCredentials(tls.certificate(), tls.server(), tls.serverKey(), settings.verificationKey(), null);
		}
		CredentialFolder.KeyFiles keys = folder.authKey(settings.keyId());
		return new ApnsCredentials(tls.certificate(), tls.server(), tls.serverKey(), keys.verificationKey(), keys.signingKey());
	}

	private static CredentialFolder.TlsFiles ownTls(ApnsSettings.Tls tls) {
		return new CredentialFolder.TlsFiles(tls.certificate(), tls.certificate(), tls.privateKey());
	}
}
